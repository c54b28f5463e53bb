package dev.basegram.bot.store;

import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * A right that only one process may hold at a time, for as long as it renews it: the table {@code process_lease}.
 *
 * @param name what the right is to
 * @param owner this process
 */
public record ProcessLease(Database database, Clock clock, String name, String owner, Duration lease) {
    /**
     * Takes or renews the right; blocks.
     *
     * @return whether it is ours until the lease ends
     * @throws StoreUnavailableException when nobody can tell
     */
    public boolean hold() {
        var held = new boolean[1];
        database.writeNow(handle -> held[0] = hold(handle));
        return held[0];
    }

    private boolean hold(Handle handle) {
        long now = clock.millis();
        // With SQLite there is no other process: an owner that is not ours is a predecessor that was killed.
        long overdue = database.engine() == Engine.SQLITE ? Long.MAX_VALUE : now;
        return handle.execute(
                        "INSERT INTO process_lease (name, owner, lease_until) VALUES (?, ?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, lease_until = excluded.lease_until"
                                + " WHERE process_lease.owner = excluded.owner OR process_lease.lease_until <= ?",
                        name,
                        owner,
                        now + lease.toMillis(),
                        overdue)
                == 1;
    }

    /** Gives the right up, so that a successor need not wait for the lease to end; blocks. */
    public void release() {
        database.writeNow(
                handle -> handle.execute("DELETE FROM process_lease WHERE name = ? AND owner = ?", name, owner));
    }
}
