package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateHeadTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "MESSAGE, 86400",
        "EDITED_MESSAGE, 86400",
        "MY_CHAT_MEMBER, 86400",
        "POLL, 86400",
        "UNKNOWN, 86400",
        "CHOSEN_INLINE_RESULT, 600",
        "CALLBACK_QUERY, 150",
        "SHIPPING_QUERY, 150",
        "PRE_CHECKOUT_QUERY, 150",
        "INLINE_QUERY, 30"
    })
    void shouldLiveAsLongAsAtTelegram(UpdateKind kind, long seconds) {
        assertThat(head(kind, null).expiresAt(NOW)).isEqualTo(NOW.plusSeconds(seconds));
        assertThat(kind.livesForADay()).isEqualTo(seconds == 86_400);
    }

    @Test
    void shouldAgeAMessageFromItsDateAndNotFromItsArrival() {
        UpdateHead late = head(UpdateKind.MESSAGE, NOW.minus(Duration.ofHours(23)));

        assertThat(late.lifeLeft(NOW, NOW)).isEqualTo(Duration.ofHours(1));
        assertThat(late.lifeLeft(NOW, NOW.plus(Duration.ofHours(2)))).isZero();
    }

    @Test
    void shouldGiveNoExtraLifeToADateInTheFuture() {
        assertThat(head(UpdateKind.MESSAGE, NOW.plus(Duration.ofDays(9))).expiresAt(NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void shouldNotAgeAPressByTheDateOfItsMessage() {
        UpdateHead press = read("""
                {"update_id":1,"callback_query":{"id":"1","from":{"id":7},
                 "message":{"date":1500000000,"edit_date":1500000001,"from":{"id":99,"is_bot":true},"chat":{"id":-5},
                 "message_thread_id":3,"is_topic_message":true}}}
                """);

        assertThat(press.date()).isNull();
        assertThat(press.personId()).isEqualTo(7);
        assertThat(press.chatId()).isEqualTo(-5);
        assertThat(press.threadId()).isEqualTo(3);
        assertThat(press.expiresAt(NOW)).isEqualTo(NOW.plusSeconds(150));
    }

    @ParameterizedTest
    @CsvSource({"edited_message", "edited_channel_post", "edited_business_message"})
    void shouldAgeAnEditByItsEdit(String kind) {
        long aYearAgo = NOW.minus(Duration.ofDays(365)).getEpochSecond();
        long aMinuteAgo = NOW.minusSeconds(60).getEpochSecond();

        UpdateHead edited =
                read("{\"update_id\":1,\"%s\":{\"date\":%d,\"edit_date\":%d}}".formatted(kind, aYearAgo, aMinuteAgo));
        assertThat(edited.lifeLeft(NOW, NOW)).isEqualTo(Duration.ofHours(24).minusSeconds(60));

        UpdateHead silent = read("{\"update_id\":1,\"%s\":{\"date\":%d}}".formatted(kind, aYearAgo));
        assertThat(silent.lifeLeft(NOW, NOW)).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource({
        "0",
        "-1",
        "9223372036854775807",
        "-9223372036854775808",
        "99999999999999999999999",
        "1.5",
        "\"soon\"",
        "{}"
    })
    void shouldTakeANonsenseDateForNone(String date) {
        UpdateHead head = read("{\"update_id\":1,\"message\":{\"date\":%s,\"chat\":{\"id\":5}}}".formatted(date));

        assertThat(head.date()).isNull();
        assertThat(head.chatId()).isEqualTo(5);
        assertThat(head.expiresAt(NOW)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @EnumSource(UpdateKind.class)
    void shouldKnowEveryKindByItsField(UpdateKind kind) {
        assertThat(UpdateKind.ofField(kind.field())).isEqualTo(kind);
    }

    @Test
    void shouldAskTelegramOnlyForWhatIsHandled() {
        assertThat(UpdateKind.allowedUpdates())
                .contains("message", "callback_query", "my_chat_member")
                .doesNotContain("unknown")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepEveryPersonChatTopicAndConnectionInALaneOfItsOwn() {
        String lane = new UpdateHead(1, UpdateKind.MESSAGE, 5L, null, 7L, null, null).lane();

        assertThat(new UpdateHead(2, UpdateKind.CALLBACK_QUERY, 5L, null, 7L, null, NOW).lane())
                .isEqualTo(lane);
        assertThat(java.util.List.of(
                        lane,
                        new UpdateHead(1, UpdateKind.MESSAGE, 6L, null, 7L, null, null).lane(),
                        new UpdateHead(1, UpdateKind.MESSAGE, 5L, 3L, 7L, null, null).lane(),
                        new UpdateHead(1, UpdateKind.MESSAGE, 5L, 7L, null, null, null).lane(),
                        new UpdateHead(1, UpdateKind.MESSAGE, null, 5L, 7L, null, null).lane(),
                        new UpdateHead(1, UpdateKind.MESSAGE, 5L, null, 8L, null, null).lane(),
                        new UpdateHead(1, UpdateKind.MESSAGE, 5L, null, 7L, "b", null).lane()))
                .doesNotHaveDuplicates();
    }

    private static UpdateHead head(UpdateKind kind, @Nullable Instant date) {
        return new UpdateHead(1, kind, 5L, null, 7L, null, date);
    }

    private static UpdateHead read(String update) {
        return ((UpdateReader.Result.Valid) UpdateReader.read(update.getBytes(StandardCharsets.UTF_8))).head();
    }
}
