package dev.basegram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.chat.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What nobody asked for leaves slowly enough for Telegram, and never in the way of an answer. */
class UnaskedPaceTest {
    private final Chat.TestClock clock = new Chat.TestClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final ChatPace pace = new ChatPace(clock, time -> {
        pauses.add(time);
        clock.pass(time);
    });

    private static <T> TelegramResult<T> done() {
        return new TelegramResult.Success<>(null);
    }

    private static <T> TelegramResult<T> tooMany(int seconds) {
        return new TelegramResult.Failure<>(new TelegramFailure.TooManyRequests(Duration.ofSeconds(seconds)));
    }

    @Test
    void neverMoreThanThirtyInAnySecond() throws Exception {
        List<Instant> left = new ArrayList<>();
        for (int chat = 1; chat <= 300; chat++) {
            pace.unasked(chat, () -> {
                left.add(clock.instant());
                return done();
            });
        }
        for (int i = 30; i < left.size(); i++) {
            assertThat(Duration.between(left.get(i - 30), left.get(i))).isGreaterThan(Duration.ofSeconds(1));
        }
        assertThat(Duration.between(left.getFirst(), left.getLast())).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void anAnswerFindsRoomHoweverManyNoticesWentBefore() throws Exception {
        for (int i = 0; i < 50; i++) {
            pace.unasked(1001, UnaskedPaceTest::done);
        }
        pauses.clear();
        for (int i = 0; i < 10; i++) {
            pace.inTurn(1001, UnaskedPaceTest::done);
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void aGroupGetsNoMoreThanTwentyAMinuteOfAnything() throws Exception {
        List<Instant> left = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ChatPace.Turn<Object> turn = () -> {
                left.add(clock.instant());
                return done();
            };
            var _ = i % 3 == 0 ? pace.inTurn(-7, turn) : pace.unasked(-7, turn);
        }
        for (int i = 20; i < left.size(); i++) {
            assertThat(Duration.between(left.get(i - 20), left.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void aShortPauseIsWaitedOutOnce() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        assertThat(pace.<Object>unasked(1, () -> tries.incrementAndGet() == 1 ? tooMany(3) : done()))
                .isEqualTo(done());
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
        assertThat(pace.<Object>unasked(1, () -> tooMany(3))).isEqualTo(tooMany(3));
    }

    @Test
    void aLongPauseHoldsItsOwnChatOnly() throws Exception {
        assertThat(pace.<Object>unasked(1, () -> tooMany(300))).isEqualTo(tooMany(300));
        assertThat(pace.<Object>inTurn(1, UnaskedPaceTest::done)).isInstanceOf(TelegramResult.Failure.class);
        assertThat(pace.<Object>unasked(2, UnaskedPaceTest::done)).isEqualTo(done());
        assertThat(pauses.stream().mapToLong(Duration::toMillis).sum()).isLessThan(1_000);
    }

    /** While a notice waits for its chat, the chat is free: the answer that comes meanwhile goes first. */
    @Test
    void aNoticeThatWaitsHoldsNobody() throws Exception {
        List<String> left = new ArrayList<>();
        ChatPace[] own = new ChatPace[1];
        own[0] = new ChatPace(clock, time -> {
            if (left.size() < 100 && time.compareTo(Duration.ofMillis(500)) > 0) {
                own[0].inTurn(1001, () -> {
                    left.add("answer");
                    return done();
                });
            }
            clock.pass(time);
        });
        for (int i = 0; i < 10; i++) {
            own[0].unasked(1001, () -> {
                left.add("notice");
                return done();
            });
        }
        own[0].unasked(1001, () -> {
            left.add("late notice");
            return done();
        });
        assertThat(left.indexOf("answer")).isLessThan(left.indexOf("late notice"));
    }

    @Test
    void chatsAtRestAreForgottenAndLookedAtRarely() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Chat.TestClock counting = new Chat.TestClock();
        ChatPace large = new ChatPace(counting, _ -> looks.incrementAndGet());
        for (int chat = 1; chat <= 40_000; chat++) {
            large.inTurn(chat, UnaskedPaceTest::done);
        }
        assertThat(large.remembered()).as("all are busy yet").isEqualTo(40_000);
        counting.pass(Duration.ofMinutes(5));
        for (int chat = 40_001; chat <= 90_000; chat++) {
            large.inTurn(chat, UnaskedPaceTest::done);
        }
        assertThat(large.remembered()).as("those at rest are gone").isLessThanOrEqualTo(50_000);
    }
}
