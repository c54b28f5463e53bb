package dev.basegram.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutOptionsEverySystemIsMeasuredOnceAtFullLength() {
        Options options = Options.parse(List.of("intake"));

        assertThat(options.benchmark()).isEqualTo("intake");
        assertThat(options.rounds()).isEqualTo(1);
        assertThat(options.quick()).isFalse();
        assertThat(options.wants("grammy")).isTrue();
    }

    @Test
    void optionsAreReadInAnyOrder() {
        Options options = Options.parse(List.of("chat", "--only=basegram,flask", "--quick", "--rounds=3"));

        assertThat(options.benchmark()).isEqualTo("chat");
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.quick()).isTrue();
        assertThat(options.wants("flask")).isTrue();
        assertThat(options.wants("grammy")).isFalse();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("intake", "--fast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse(List.of("intake", "--rounds=none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rounds=3");
    }
}
