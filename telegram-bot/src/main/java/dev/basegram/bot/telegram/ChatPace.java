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

    private static final int FEWEST_TO_PURGE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConcurrentHashMap<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Pause pause;
    private final Rate unasked = Rate.unasked();
    private final ReentrantLock purging = new ReentrantLock();
    private volatile int purgeAbove = FEWEST_TO_PURGE;

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
        return inLane(chat, lane -> paced(lane, turn));
    }

    @FunctionalInterface
    private interface InLane<R> {
        R run(Lane lane) throws InterruptedException;
    }

    private <R> R inLane(long chat, InLane<R> work) throws InterruptedException {
        Lane lane = enter(chat);
        try {
            lane.lock.lockInterruptibly();
            try {
                return work.run(lane);
            } finally {
                lane.lock.unlock();
            }
        } finally {
            leave(chat);
        }
    }

    /**
     * Takes a turn for what nobody asked for: at the pace of all such messages together, and in a chat only when those who wait for an
     * answer there would not notice. It waits outside the chat, so that no answer ever waits behind it; what comes of several is in no
     * order.
     *
     * <p>A pause of up to ten seconds that Telegram asks for is waited out once, a longer one is returned.
     */
    <T> TelegramResult<T> unasked(long chat, Turn<T> turn) throws InterruptedException {
        waitFor(placeAmongUnasked());
        boolean paused = false;
        while (true) {
            switch (tryUnasked(chat, turn)) {
                case Try.NotYet<T>(Duration time) -> waitFor(time);
                case Try.Taken<T>(TelegramResult<T> result) -> {
                    Duration pause =
                            result instanceof TelegramResult.Failure<T>(TelegramFailure.TooManyRequests(var after))
                                    ? after
                                    : Duration.ZERO;
                    if (paused || !pause.isPositive() || pause.compareTo(PATIENCE) > 0) {
                        return result;
                    }
                    paused = true;
                    waitFor(pause);
                }
            }
        }
    }

    private Duration placeAmongUnasked() {
        synchronized (unasked) {
            return unasked.reserve(clock.instant());
        }
    }

    /** What came of looking whether there is room. */
    private sealed interface Try<T> {
        record Taken<T>(TelegramResult<T> result) implements Try<T> {}

        record NotYet<T>(Duration time) implements Try<T> {}
    }

    private <T> Try<T> tryUnasked(long chat, Turn<T> turn) throws InterruptedException {
        return inLane(chat, lane -> {
            Instant now = clock.instant();
            Duration parked = Duration.between(now, lane.parkedUntil);
            if (parked.isPositive()) {
                return new Try.Taken<>(new TelegramResult.Failure<>(new TelegramFailure.TooManyRequests(parked)));
            }
            Duration wait = lane.rate.takeLeavingHalf(now);
            if (wait.isPositive()) {
                return new Try.NotYet<>(wait);
            }
            TelegramResult<T> result = turn.take();
            if (result instanceof TelegramResult.Failure<T>(TelegramFailure.TooManyRequests(Duration after))) {
                lane.parkedUntil = clock.instant().plus(after);
            }
            return new Try.Taken<>(result);
        });
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
        if (lanes.mappingCount() > purgeAbove && purging.tryLock()) {
            try {
                purge();
            } finally {
                purging.unlock();
            }
        }
        return lanes.compute(chat, (key, existing) -> {
            Lane lane = existing == null ? new Lane(chat > 0 ? Rate.privateChat() : Rate.group()) : existing;
            lane.users++;
            return lane;
        });
    }

    /** Looks at all lanes, but not again before as many more have come: so that each chat pays for a constant number of looks. */
    private void purge() {
        Instant now = clock.instant();
        lanes.keySet().forEach(key -> lanes.computeIfPresent(key, (_, lane) -> lane.isIdle(now) ? null : lane));
        purgeAbove = Math.max(FEWEST_TO_PURGE, 2 * lanes.size());
    }

    /** Returns how many chats are remembered. */
    int remembered() {
        return lanes.size();
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
