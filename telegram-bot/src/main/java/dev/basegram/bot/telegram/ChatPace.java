package dev.basegram.bot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps what goes to one chat in order and within Telegram's limits: a burst, then one message a second in a private chat and
 * 20 a minute in a group (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). A pause that Telegram asks
 * for holds its own chat only. Thread-safe; waits block their thread, which should be a virtual one.
 */
final class ChatPace {
    /** Waits; replaced in tests. */
    @FunctionalInterface
    interface Pause {
        /** Waits this long. */
        void of(Duration time) throws InterruptedException;
    }

    /** What runs while the chat is ours. */
    @FunctionalInterface
    interface Turn<T> {
        /** Makes one call. */
        TelegramResult<T> take() throws InterruptedException;
    }

    private static final int PURGE_ABOVE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConcurrentHashMap<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Pause pause;

    ChatPace(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Takes a turn in a chat, in the order of arrival.
     *
     * <p>A pause of up to ten seconds asked for by Telegram is waited out once and the turn taken again; a longer one is
     * returned, so that the update can be tried later, and everybody else who wants this chat is told the same at once.
     */
    <T> TelegramResult<T> inTurn(long chat, Turn<T> turn) throws InterruptedException {
        Lane lane = enter(chat);
        try {
            lane.lock.lockInterruptibly();
            try {
                return paced(lane, turn);
            } finally {
                lane.lock.unlock();
            }
        } finally {
            leave(chat);
        }
    }

    private <T> TelegramResult<T> paced(Lane lane, Turn<T> turn) throws InterruptedException {
        boolean again = false;
        while (true) {
            Duration parked = Duration.between(clock.instant(), lane.parkedUntil);
            if (parked.compareTo(PATIENCE) > 0) {
                return new TelegramResult.Failure<>(new TelegramFailure.TooManyRequests(parked));
            }
            waitFor(parked);
            waitFor(lane.rate.reserve(clock.instant()));
            TelegramResult<T> result = turn.take();
            if (!(result instanceof TelegramResult.Failure<T>(TelegramFailure.TooManyRequests(Duration after)))) {
                return result;
            }
            lane.parkedUntil = clock.instant().plus(after);
            if (again) {
                return result;
            }
            again = true;
        }
    }

    private void waitFor(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            pause.of(time);
        }
    }

    private Lane enter(long chat) {
        if (lanes.size() > PURGE_ABOVE) {
            Instant now = clock.instant();
            lanes.keySet().forEach(key -> lanes.computeIfPresent(key, (_, lane) -> lane.isIdle(now) ? null : lane));
        }
        return lanes.compute(chat, (key, existing) -> {
            Lane lane = existing == null ? new Lane(chat > 0 ? Rate.privateChat() : Rate.group()) : existing;
            lane.users++;
            return lane;
        });
    }

    private void leave(long chat) {
        lanes.computeIfPresent(chat, (key, lane) -> {
            lane.users--;
            return lane;
        });
    }

    /** The state of one chat; {@code users} changes only inside the map's own lock, the rest only under {@code lock}. */
    private static final class Lane {
        private final ReentrantLock lock = new ReentrantLock(true);
        private final Rate rate;
        private volatile Instant parkedUntil = Instant.EPOCH;
        private int users;

        Lane(Rate rate) {
            this.rate = rate;
        }

        boolean isIdle(Instant now) {
            return users == 0 && now.isAfter(parkedUntil) && rate.isRested(now);
        }
    }
}
