package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LaneMarkTest {
    private final LaneMark marks = LaneMark.keyedBy("a secret of both services");

    @Test
    void shouldBeTheSameForTheSamePersonInTheSameChat() {
        assertThat(marks.of(message(1, 1001, 1001))).isEqualTo(marks.of(message(2, 1001, 1001)));
        assertThat(LaneMark.keyedBy("a secret of both services").of(message(3, 1001, 1001)))
                .isEqualTo(marks.of(message(1, 1001, 1001)))
                .matches("[0-9a-f]{8}");
    }

    @Test
    void shouldDifferByPersonByChatAndByKey() {
        String mark = marks.of(message(1, 1001, 1001));
        assertThat(marks.of(message(1, 1002, 1001))).isNotEqualTo(mark);
        assertThat(marks.of(message(1, 1001, 1002))).isNotEqualTo(mark);
        assertThat(LaneMark.keyedBy("another").of(message(1, 1001, 1001))).isNotEqualTo(mark);
    }

    private static UpdateHead message(long update, long chat, long person) {
        String raw = "{\"update_id\":%d,\"message\":{\"chat\":{\"id\":%d},\"from\":{\"id\":%d}}}"
                .formatted(update, chat, person);
        return ((UpdateReader.Result.Valid) UpdateReader.read(raw.getBytes(StandardCharsets.UTF_8))).head();
    }
}
