package dev.basegram.bot.inbox;

import dev.basegram.bot.store.StoreWrite;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What happens to a lane in one transaction: an update ends in it and the next one begins. */
final class LaneSteps {
    /** So that a lane full of expired updates does not hold up the commits of the others. */
    private static final int MAX_GONE_PER_STEP = 64;

    private final InboxLanes lanes;
    private final WaitingUpdates waiting;
    private final DeadLetterTable deadLetters;
    private final Holding holding;
    private final InboxLimits limits;
    private final Clock clock;

    /** An update whose try is on record. */
    record Begun(String lane, long position, long receivedAt, IncomingUpdate update) {}

    /** An update that was given up, and the reference its person is told. */
    record Buried(IncomingUpdate update, String reference) {}

    /**
     * What a step led to.
     *
     * @param after what the lane does now
     * @param expired updates that were dropped on the way, since they could no longer matter
     */
    record Step(String lane, After after, List<UpdateHead> expired) {
        Step alsoExpired(List<UpdateHead> more) {
            return more.isEmpty()
                    ? this
                    : new Step(
                            lane,
                            after,
                            Stream.concat(more.stream(), expired.stream()).toList());
        }
    }

    /** What a lane does after a step. */
    sealed interface After {
        /** It goes on with this update. */
        record Handle(Begun begun) implements After {}

        /** It is still ours, and goes on once the person behind a dead letter is told. */
        record Tell(Buried buried) implements After {}

        /** It is put aside until a hold ends; its person can be told. */
        record Held(IncomingUpdate update) implements After {}

        /** It is no longer ours to serve. */
        record Leave() implements After {}
    }

    LaneSteps(
            InboxLanes lanes,
            WaitingUpdates waiting,
            DeadLetterTable deadLetters,
            Holding holding,
            InboxLimits limits,
            Clock clock) {
        this.lanes = lanes;
        this.waiting = waiting;
        this.deadLetters = deadLetters;
        this.holding = holding;
        this.limits = limits;
        this.clock = clock;
    }

    /** Claims lanes that are due and begins the first update of each. */
    List<Step> claim(Handle handle, int most) {
        long now = clock.millis();
        return lanes.claim(handle, now, leaseEnd(now), most).stream()
                .map(lane -> advance(handle, lane, true))
                .toList();
    }

    /** Ends an update as handled, with what its handler saves. */
    Step done(Handle handle, Begun begun, List<StoreWrite> writes, boolean goOn) {
        lanes.hold(handle, begun.lane, leaseEnd(clock.millis()));
        writes.forEach(write -> write.on(handle));
        waiting.remove(handle, begun.position);
        return advance(handle, begun.lane, goOn);
    }

    /** Ends an update as a dead letter; the lane stays ours. */
    Step refused(Handle handle, Begun begun, String reason) {
        lanes.hold(handle, begun.lane, leaseEnd(clock.millis()));
        return new Step(begun.lane, new After.Tell(bury(handle, begun, reason)), List.of());
    }

    /** Goes on with a lane that is still ours. */
    Step goOn(Handle handle, String lane, boolean goOn) {
        lanes.hold(handle, lane, leaseEnd(clock.millis()));
        return advance(handle, lane, goOn);
    }

    /** Gives the lane back for a pause; the update stays its first. */
    Step tryAgain(Handle handle, Begun begun, String reason, Duration pause) {
        long now = clock.millis();
        lanes.hold(handle, begun.lane, now);
        waiting.endTry(handle, begun.position, reason);
        lanes.release(
                handle,
                begun.lane,
                Math.min(now + pause.toMillis(), begun.update.expiresAt().toEpochMilli()));
        return new Step(begun.lane, new After.Leave(), List.of());
    }

    /** Gives the lane back at once, the try counting neither as failed nor as cut short: an orderly stop. */
    Step putBack(Handle handle, Begun begun) {
        long now = clock.millis();
        lanes.hold(handle, begun.lane, now);
        waiting.endTry(handle, begun.position, null);
        lanes.release(handle, begun.lane, now);
        return new Step(begun.lane, new After.Leave(), List.of());
    }

    private Step advance(Handle handle, String lane, boolean goOn) {
        List<UpdateHead> expired = new ArrayList<>();
        for (int looks = 0; goOn && looks < MAX_GONE_PER_STEP; looks++) {
            Optional<WaitingUpdates.Row> first = waiting.first(handle, lane);
            if (first.isEmpty()) {
                lanes.remove(handle, lane);
                return new Step(lane, new After.Leave(), expired);
            }
            After after = take(handle, lane, first.get(), expired);
            if (after != null) {
                return new Step(lane, after, expired);
            }
        }
        leave(handle, lane);
        return new Step(lane, new After.Leave(), expired);
    }

    /** Begins the lane's first update, or takes it out of the way; null when the next one is to be looked at. */
    private @Nullable After take(Handle handle, String lane, WaitingUpdates.Row row, List<UpdateHead> expired) {
        if (!(UpdateReader.read(row.body()) instanceof UpdateReader.Result.Valid(UpdateHead head))) {
            // An earlier release accepted what this one cannot read.
            buryUnreadable(handle, row);
            return null;
        }
        var update = new IncomingUpdate(head, row.body(), row.attempts() + 1, Instant.ofEpochMilli(row.expiresAt()));
        var begun = new Begun(lane, row.position(), row.receivedAt(), update);
        Optional<String> end = endOf(row);
        if (end.isPresent()) {
            return new After.Tell(bury(handle, begun, end.get()));
        }
        if (isOver(row)) {
            waiting.remove(handle, row.position());
            expired.add(head);
            return null;
        }
        if (holding.holds(head)) {
            lanes.putAside(handle, lane, row.receivedAt());
            return new After.Held(update);
        }
        waiting.beginTry(handle, row.position());
        return new After.Handle(begun);
    }

    /** The lane goes to the end of the queue of lanes, or away when nothing waits in it. */
    private void leave(Handle handle, String lane) {
        if (waiting.anyIn(handle, lane)) {
            lanes.release(handle, lane, clock.millis());
        } else {
            lanes.remove(handle, lane);
        }
    }

    /** Why an update that was tried before is not tried once more; empty when it is, or just expired. */
    private Optional<String> endOf(WaitingUpdates.Row row) {
        if (row.unfinished() >= InboxLimits.MAX_UNFINISHED_TRIES) {
            return Optional.of("the process ended in each of the last %d tries".formatted(row.unfinished()));
        }
        return isOver(row)
                ? Optional.ofNullable(row.lastFailure()).map(last -> "its time ran out; the last try failed: " + last)
                : Optional.empty();
    }

    private boolean isOver(WaitingUpdates.Row row) {
        return row.expiresAt() <= clock.millis();
    }

    private void buryUnreadable(Handle handle, WaitingUpdates.Row row) {
        var _ = deadLetters.add(
                handle,
                new DeadLetterTable.Entry(
                        null, "unknown", "cannot be read", row.attempts(), row.receivedAt(), row.body()),
                clock.millis());
        waiting.remove(handle, row.position());
    }

    private Buried bury(Handle handle, Begun begun, String reason) {
        IncomingUpdate update = begun.update;
        String reference = deadLetters.add(
                handle,
                new DeadLetterTable.Entry(
                        update.head().updateId(),
                        update.head().kind().field(),
                        reason,
                        update.attempt(),
                        begun.receivedAt,
                        update.body()),
                clock.millis());
        waiting.remove(handle, begun.position);
        return new Buried(update, reference);
    }

    private long leaseEnd(long now) {
        return now + limits.lease().toMillis();
    }
}
