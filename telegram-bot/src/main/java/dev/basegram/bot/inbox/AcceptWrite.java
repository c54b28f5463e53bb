package dev.basegram.bot.inbox;

import dev.basegram.bot.inbox.LaneSteps.Begun;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateKind;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores one update, and claims its lane for this process in the same commit if nobody serves it and a place is free. */
final class AcceptWrite implements StoreWrite {
    private final InboxTables tables;
    private final UpdateHead head;
    private final byte[] body;
    private final Instant now;
    private final Duration lease;
    private final boolean reserved;
    private @Nullable Stored stored;

    /** How the update was stored. */
    sealed interface Stored {
        /** Its id was known; nothing was stored. */
        record Known() implements Stored {}

        /** Only its id was stored: it can no longer matter. */
        record Expired() implements Stored {}

        /** Only its id was stored: it is of a kind younger than this release. */
        record Unhandled() implements Stored {}

        /** It waits in its lane. */
        record Waiting() implements Stored {}

        /** Its lane is ours to serve, with this update begun. */
        record Claimed(Begun begun) implements Stored {}
    }

    AcceptWrite(InboxTables tables, UpdateHead head, byte[] body, Instant now, Duration lease, boolean reserved) {
        this.tables = tables;
        this.head = head;
        this.body = body;
        this.now = now;
        this.lease = lease;
        this.reserved = reserved;
    }

    @Override
    public void on(Handle handle) {
        stored = store(handle);
    }

    /** Returns how it was stored; to be asked after the commit. */
    Stored stored() {
        if (stored == null) {
            throw new IllegalStateException("not written yet");
        }
        return stored;
    }

    private Stored store(Handle handle) {
        long millis = now.toEpochMilli();
        if (!tables.seen().add(handle, head.updateId(), millis)) {
            return new Stored.Known();
        }
        if (head.kind() == UpdateKind.UNKNOWN) {
            return new Stored.Unhandled();
        }
        Instant expiresAt = head.expiresAt(now);
        if (!expiresAt.isAfter(now)) {
            return new Stored.Expired();
        }
        String lane = head.lane();
        boolean claimed =
                tables.lanes().add(handle, lane, reserved ? millis + lease.toMillis() : millis, reserved) && reserved;
        long position = tables.waiting().add(handle, head, body, millis, expiresAt.toEpochMilli(), claimed ? 1 : 0);
        return claimed
                ? new Stored.Claimed(new Begun(lane, position, millis, new IncomingUpdate(head, body, 1, expiresAt)))
                : new Stored.Waiting();
    }
}
