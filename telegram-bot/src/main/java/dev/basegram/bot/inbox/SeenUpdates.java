package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Statements;
import org.jdbi.v3.core.Handle;

/** The table {@code seen_update}: the set of ids of the last 48 hours. */
record SeenUpdates(long botId) {
    /** Remembers an id; returns whether it is new. */
    boolean add(Handle handle, long updateId, long now) {
        return Statements.update(
                        handle,
                        "INSERT INTO seen_update (bot_id, update_id, seen_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        botId,
                        updateId,
                        now)
                == 1;
    }

    int forgetBefore(Handle handle, long time) {
        return handle.execute("DELETE FROM seen_update WHERE bot_id = ? AND seen_at < ?", botId, time);
    }
}
