package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.Statements;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code inbox_lane}: one row per lane that has updates waiting, and who serves it.
 *
 * <p>{@code due_at} is the time from which a lane may be claimed. A claim moves it to the end of the lease, a release to the end
 * of the pause, so that claiming is one look at one index.
 *
 * @param owner this process
 */
record InboxLanes(long botId, String owner, Engine engine) {
    /** Later than any time there is, with room to keep since when a lane waits. */
    private static final long ASIDE = 1L << 52;

    /** Another process took the lane while this one was held up: what is written for it now must not be. */
    static final class LeaseLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLostException(String lane) {
            super("lane " + lane + " belongs to another process now");
        }
    }

    /** Adds a lane that nobody serves, or serves it at once; returns false, changing nothing, when it exists already. */
    boolean add(Handle handle, String lane, long dueAt, boolean claimed) {
        while (true) {
            int added = Statements.update(
                    handle,
                    "INSERT INTO inbox_lane (bot_id, lane, due_at, owner) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    botId,
                    lane,
                    dueAt,
                    claimed ? owner : null);
            if (added == 1 || engine == Engine.SQLITE || lock(handle, lane)) {
                return added == 1;
            }
            // Another process has just removed the lane, not having seen this update: add it again.
        }
    }

    /** Holds the row until the commit, so that the process that serves the lane cannot find it empty and remove it. */
    private boolean lock(Handle handle, String lane) {
        return Statements.update(
                        handle, "UPDATE inbox_lane SET due_at = due_at WHERE bot_id = ? AND lane = ?", botId, lane)
                == 1;
    }

    /** Claims lanes that are due, those that wait longest first. */
    List<String> claim(Handle handle, long now, long leaseUntil, int most) {
        // MATERIALIZED, since PostgreSQL may otherwise run the sub-query, and with it the limit, more than once.
        return Statements.rows(
                handle,
                "WITH due AS MATERIALIZED (SELECT lane FROM inbox_lane WHERE bot_id = ? AND due_at <= ?"
                        + " AND (owner IS NULL OR owner <> ?) ORDER BY due_at LIMIT ?"
                        + engine.skipLocked()
                        + ") UPDATE inbox_lane SET owner = ?, due_at = ? WHERE bot_id = ?"
                        + " AND lane IN (SELECT lane FROM due) RETURNING lane",
                row -> row.getString(1),
                botId,
                now,
                owner,
                most,
                owner,
                leaseUntil,
                botId);
    }

    boolean anyDue(Handle handle, long now) {
        return Statements.first(
                        handle,
                        "SELECT 1 FROM inbox_lane WHERE bot_id = ? AND due_at <= ? AND (owner IS NULL OR owner <> ?) LIMIT 1",
                        row -> row.getInt(1),
                        botId,
                        now,
                        owner)
                .isPresent();
    }

    /**
     * Holds the lane's row until the commit and prolongs its lease.
     *
     * @throws LeaseLostException when the lane is another process's, which undoes the whole write
     */
    void hold(Handle handle, String lane, long leaseUntil) {
        int held = Statements.update(
                handle,
                "UPDATE inbox_lane SET due_at = ? WHERE bot_id = ? AND lane = ? AND owner = ?",
                leaseUntil,
                botId,
                lane,
                owner);
        if (held == 0) {
            throw new LeaseLostException(lane);
        }
    }

    /** Prolongs a lease, if the lane is still ours. */
    void renew(Handle handle, String lane, long leaseUntil) {
        Statements.update(
                handle,
                "UPDATE inbox_lane SET due_at = ? WHERE bot_id = ? AND lane = ? AND owner = ?",
                leaseUntil,
                botId,
                lane,
                owner);
    }

    /** Gives a lane that is held back, to be claimed from then on. */
    void release(Handle handle, String lane, long dueAt) {
        Statements.update(
                handle,
                "UPDATE inbox_lane SET due_at = ?, owner = NULL WHERE bot_id = ? AND lane = ?",
                dueAt,
                botId,
                lane);
    }

    /** Puts a lane that is held aside: not to be claimed before {@link #takeUpAgain}. */
    void putAside(Handle handle, String lane, long waitsSince) {
        release(handle, lane, ASIDE + waitsSince);
    }

    /** Makes the lanes that were put aside due, those first that began to wait first. */
    void takeUpAgain(Handle handle) {
        handle.execute(
                "UPDATE inbox_lane SET due_at = due_at - ? WHERE bot_id = ? AND owner IS NULL AND due_at >= ?",
                ASIDE,
                botId,
                ASIDE);
    }

    /** Gives a lane back if it is still ours. */
    void giveUp(Handle handle, String lane, long dueAt) {
        Statements.update(
                handle,
                "UPDATE inbox_lane SET due_at = ?, owner = NULL WHERE bot_id = ? AND lane = ? AND owner = ?",
                dueAt,
                botId,
                lane,
                owner);
    }

    /** Removes a lane that is held and has nothing waiting. */
    void remove(Handle handle, String lane) {
        Statements.update(handle, "DELETE FROM inbox_lane WHERE bot_id = ? AND lane = ?", botId, lane);
    }

    /** Ends the leases of processes that are gone: all but ours, where no other process can be. */
    int releaseOfPredecessors(Handle handle, long now) {
        return Statements.update(
                handle,
                "UPDATE inbox_lane SET owner = NULL, due_at = ? WHERE bot_id = ? AND owner IS NOT NULL AND owner <> ?",
                now,
                botId,
                owner);
    }

    /** Ends our own leases at the end of an orderly stop, so that a successor need not wait for them. */
    int releaseOwn(Handle handle, long now) {
        return Statements.update(
                handle,
                "UPDATE inbox_lane SET owner = NULL, due_at = ? WHERE bot_id = ? AND owner = ?",
                now,
                botId,
                owner);
    }
}
