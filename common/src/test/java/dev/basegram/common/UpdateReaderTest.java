package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {
    private static final List<String> POISON = List.of(
            "null", "true", "\"5\"", "5.5", "[]", "[{\"id\":1}]", "{}", "{\"id\":{\"id\":1}}", "99999999999999999999");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindTheHeadWhateverStandsAroundIt(long seed) {
        GeneratedUpdate update = GeneratedUpdate.of(new SplittableRandom(seed));

        assertThat(UpdateReader.read(update.bytes()))
                .as(update.json())
                .isEqualTo(new UpdateReader.Result.Valid(update.head()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldCallEveryTruncationMalformed(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        byte[] whole = GeneratedUpdate.of(random).bytes();
        byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));

        assertThat(UpdateReader.read(cut)).isInstanceOf(UpdateReader.Result.Malformed.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverThrowHoweverTheBytesAreSpoilt(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        byte[] spoilt = GeneratedUpdate.of(random).bytes();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }

        assertThat(UpdateReader.read(spoilt)).isNotNull();
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        assertThat(UpdateReader.read(noise)).isInstanceOf(UpdateReader.Result.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from",
                "chat",
                "date",
                "edit_date",
                "message_thread_id",
                "is_topic_message",
                "business_connection_id",
                "text"
            })
    void shouldReadAroundAPoisonedField(String field) {
        for (String poison : POISON) {
            String json = "{\"update_id\":7,\"message\":{\"%s\":%s,\"message_id\":1}}".formatted(field, poison);

            assertThat(UpdateReader.read(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isInstanceOfSatisfying(UpdateReader.Result.Valid.class, valid -> {
                        assertThat(valid.head().updateId()).isEqualTo(7);
                        assertThat(valid.head().kind()).isEqualTo(UpdateKind.MESSAGE);
                    });
        }
    }

    @Test
    void shouldReadAroundAPoisonedPayload() {
        for (String kind : List.of("message", "callback_query", "inline_query", "kind_of_next_year")) {
            for (String poison : POISON) {
                assertThat(read("{\"%s\":%s,\"update_id\":7}".formatted(kind, poison)))
                        .isInstanceOfSatisfying(
                                UpdateReader.Result.Valid.class,
                                valid -> assertThat(valid.head().kind()).isEqualTo(UpdateKind.ofField(kind)));
            }
        }
        assertThat(
                        read(
                                "{\"update_id\":7,\"callback_query\":{\"from\":{\"id\":1},\"message\":[[{\"chat\":{\"id\":2}}]]}}"))
                .isInstanceOfSatisfying(UpdateReader.Result.Valid.class, valid -> {
                    assertThat(valid.head().personId()).isEqualTo(1);
                    assertThat(valid.head().chatId()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"update_id\":1,\"update_id\":2} | 2",
                "{\"update_id\":\"x\",\"update_id\":2} | 2",
                "{\"update_id\":2,\"message\":{\"chat\":{\"id\":1}},\"message\":{\"chat\":{\"id\":3}}} | 2",
                "{\"update_id\":-5} | -5",
                "{\"update_id\":0} | 0",
                "{\"update_id\":9223372036854775807} | 9223372036854775807"
            })
    void shouldTakeTheLastOfDuplicateIdsAndAnyInteger(String json, long id) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        UpdateReader.Result.Valid.class,
                        valid -> assertThat(valid.head().updateId()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | not a JSON object",
                "[] | not a JSON object",
                "5 | not a JSON object",
                "{} | no update_id",
                "{\"update_id\":\"secret text\"} | update_id is not an integer",
                "{\"update_id\":1.0} | update_id is not an integer",
                "{\"update_id\":9223372036854775808} | update_id is not an integer",
                "{\"update_id\":1,\"update_id\":\"x\"} | update_id is not an integer",
                "{\"update_id\":1} {} | more than one JSON value",
                "{\"update_id\":1,} | not well-formed JSON",
                "{'update_id':1} | not well-formed JSON",
                "{\"update_id\":01} | not well-formed JSON",
                "{\"update_id\":NaN} | not well-formed JSON"
            })
    void shouldSayWhatIsWrongAndQuoteNothing(String json, String reason) {
        assertThat(read(json)).isEqualTo(new UpdateReader.Result.Malformed(reason));
    }

    @Test
    void shouldRefuseNestingThatNoUpdateHas() {
        String deep = "{\"update_id\":1,\"message\":{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";

        assertThat(read(deep))
                .isInstanceOfSatisfying(
                        UpdateReader.Result.Malformed.class,
                        malformed -> assertThat(malformed.reason()).contains("too deeply"));
    }

    @Test
    void shouldReadTheLargestUpdateOfTelegram() {
        int most = 512 << 10;
        String start = "{\"message\":{\"text\":\"";
        String end = "\",\"chat\":{\"id\":5}},\"update_id\":7}";
        String update = start + "é".repeat((most - start.length() - end.length()) / 2) + end;

        assertThat(read(update)).isInstanceOfSatisfying(UpdateReader.Result.Valid.class, valid -> {
            assertThat(valid.head().updateId()).isEqualTo(7);
            assertThat(valid.head().chatId()).isEqualTo(5);
        });
    }

    private static UpdateReader.Result read(String json) {
        return UpdateReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
