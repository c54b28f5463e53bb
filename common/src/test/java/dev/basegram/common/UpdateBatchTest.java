package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateBatchTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldGiveBackWhatWasWrittenByteForByte(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            List<UpdateBatch.Part> parts = new ArrayList<>();
            for (int i = random.nextInt(70); i > 0; i--) {
                byte[] update = new byte[random.nextInt(10) == 0 ? 0 : random.nextInt(3_000)];
                random.nextBytes(update);
                parts.add(new UpdateBatch.Part(random.nextBoolean() ? TRACE : null, update));
            }

            List<UpdateBatch.Part> read =
                    UpdateBatch.read(UpdateBatch.write(parts)).orElseThrow();

            assertThat(read).hasSameSizeAs(parts);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(read.get(i).update()).isEqualTo(parts.get(i).update());
                assertThat(read.get(i).traceparent()).isEqualTo(parts.get(i).traceparent());
            }
        }
    }

    @Test
    void shouldNotReadABodyThatIsCutAnywhereWithinAnUpdate() {
        byte[] whole = UpdateBatch.write(List.of(new UpdateBatch.Part(TRACE, new byte[] {1, 2, 3})));
        for (int length = 1; length < whole.length; length++) {
            assertThat(UpdateBatch.read(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void shouldNotBelieveALength() {
        assertThat(UpdateBatch.read(new byte[] {0, -1, -1, -1, -1, 1})).isEmpty();
        assertThat(UpdateBatch.read(new byte[] {0, 127, -1, -1, -1, 1})).isEmpty();
        assertThat(UpdateBatch.read("{\"update_id\":1}".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
    }
}
