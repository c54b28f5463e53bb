package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Params;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Long polling with its brakes ({@code telegram-bot-api/Client.cpp}): a newer poll ends the older, a second conflict
 * within 3 s is answered late, and a poll that repeats its offset too soon is slowed down. Guarded by the {@link Mailbox}.
 */
final class LongPolls {
    private static final int MAX_TIMEOUT_SECONDS = 50;
    private static final int BRAKE_SECONDS = 3;
    private static final long SHORT_BRAKE_MILLIS = 500;
    private static final long LIVELY_MILLIS = 60_000;

    private final Mailbox mailbox;
    private final UpdateQueue queue;
    private final Clock clock;
    private final Waits waits;
    private @Nullable Held held;
    private @Nullable Integer lastOffset;
    private long lastPollAt = -LIVELY_MILLIS;
    private long nextConflictAt;

    LongPolls(Mailbox mailbox, UpdateQueue queue, Clock clock, Waits waits) {
        this.mailbox = mailbox;
        this.queue = queue;
        this.clock = clock;
        this.waits = waits;
    }

    private record Held(int offset, int limit, Consumer<Answer> reply, Waits.Wait end) {}

    Runnable poll(Params params, Consumer<Answer> reply) {
        terminate("terminated by other getUpdates request; make sure that only one bot instance is running");
        int offset = params.messageId("offset");
        int limit = params.integer("limit", 100, 1, 100);
        int timeout = params.integer("timeout", 0, 0, MAX_TIMEOUT_SECONDS);
        long now = waits.now();
        boolean repeated = lastOffset != null && lastOffset == offset;
        if (repeated && timeout < BRAKE_SECONDS && now < lastPollAt + BRAKE_SECONDS * 1_000L) {
            timeout = BRAKE_SECONDS;
        }
        if (repeated && now < lastPollAt + SHORT_BRAKE_MILLIS) {
            limit = 1;
        }
        lastOffset = offset;
        lastPollAt = now;
        List<ObjectNode> updates = queue.read(offset, limit, clock.instant());
        if (!updates.isEmpty() || timeout == 0) {
            reply.accept(Mailbox.answer(updates));
            return () -> {};
        }
        return hold(offset, limit, timeout, reply);
    }

    private Runnable hold(int offset, int limit, int timeout, Consumer<Answer> reply) {
        Waits.Wait end = waits.after(Duration.ofSeconds(timeout), this::timedOut);
        Held poll = new Held(offset, limit, reply, end);
        held = poll;
        return () -> giveUp(poll);
    }

    void updateCame() {
        Held poll = held;
        if (poll != null) {
            List<ObjectNode> updates = queue.read(poll.offset(), poll.limit(), clock.instant());
            if (!updates.isEmpty()) {
                finish(poll, Mailbox.answer(updates));
            }
        }
    }

    void terminate(String why) {
        Held poll = held;
        if (poll != null) {
            poll.end().cancel();
            held = null;
            conflict(why, poll.reply());
        }
    }

    void release() {
        Held poll = held;
        if (poll != null) {
            finish(poll, Mailbox.answer(List.of()));
        }
    }

    void conflict(String why, Consumer<Answer> reply) {
        Answer answer = new Answer.Failed(409, "Conflict: " + why, null);
        long now = waits.now();
        if (now >= nextConflictAt) {
            nextConflictAt = now + BRAKE_SECONDS * 1_000L;
            reply.accept(answer);
        } else {
            waits.after(Duration.ofSeconds(BRAKE_SECONDS), () -> reply.accept(answer));
        }
    }

    boolean isLively() {
        return held != null || waits.now() < lastPollAt + LIVELY_MILLIS;
    }

    private void timedOut() {
        synchronized (mailbox) {
            release();
        }
    }

    private void giveUp(Held poll) {
        synchronized (mailbox) {
            if (poll.equals(held)) {
                poll.end().cancel();
                held = null;
            }
        }
    }

    private void finish(Held poll, Answer answer) {
        poll.end().cancel();
        held = null;
        poll.reply().accept(answer);
    }
}
