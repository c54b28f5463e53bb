package dev.basegram.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void processorTimeIsUserAndSystemTimeWhateverTheProcessIsCalled() {
        String stat = "42 (a b) c) S 1 42 42 0 -1 4194560 900 0 0 0 120 34 7 8 20 0 1 0 100 0 0";

        assertThat(Usage.cpuTicks(stat)).isEqualTo(154);
    }

    @Test
    void residentMemoryIsReadFromTheStatus() {
        assertThat(Usage.residentKib(List.of("Name:\tjava", "VmHWM:\t  900 kB", "VmRSS:\t  512 kB")))
                .isEqualTo(512);
    }

    @Test
    void aProcessThatIsGoneCountsNothing() {
        assertThat(Usage.of(List.of(Long.MAX_VALUE))).isEqualTo(new Usage(0, 0));
    }

    @Test
    void theKeyOfTheWebhookIsTheOneTheProductDerives() {
        // printf telegram-webhook | openssl dgst -sha256 -hmac bench-shared-secret-0000
        assertThat(Basegram.derivedKey("telegram-webhook"))
                .isEqualTo("4a3a23108a21d555fc678440aa0949f26e7aa80d2a8958748c178c9fcf5abb97");
    }
}
