package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Statements;
import dev.basegram.common.UpdateHead;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code waiting_update}: updates on disk that are not handled yet, in the order in which they were accepted. */
record WaitingUpdates(long botId) {
    /**
     * One row.
     *
     * @param attempts tries begun so far
     * @param unfinished those of them since the last that ended by itself
     * @param lastFailure what the last try that ended by itself failed with; null when none did
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            long position,
            long receivedAt,
            long expiresAt,
            int attempts,
            int unfinished,
            @Nullable String lastFailure,
            byte[] body) {}

    /**
     * Stores an update and returns its position.
     *
     * @param attempts 1 when its first try begins with this very commit, else 0
     */
    long add(Handle handle, UpdateHead head, byte[] body, long receivedAt, long expiresAt, int attempts) {
        return Statements.first(
                        handle,
                        "INSERT INTO waiting_update"
                                + " (bot_id, lane, update_id, kind, received_at, expires_at, attempts, unfinished, body)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position",
                        row -> row.getLong(1),
                        botId,
                        head.lane(),
                        head.updateId(),
                        head.kind().field(),
                        receivedAt,
                        expiresAt,
                        attempts,
                        attempts,
                        body)
                .orElseThrow();
    }

    Optional<Row> first(Handle handle, String lane) {
        return Statements.first(
                handle,
                "SELECT position, received_at, expires_at, attempts, unfinished, last_failure, body FROM waiting_update"
                        + " WHERE bot_id = ? AND lane = ? ORDER BY position LIMIT 1",
                row -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getBytes(7)),
                botId,
                lane);
    }

    boolean anyIn(Handle handle, String lane) {
        return Statements.first(
                        handle,
                        "SELECT 1 FROM waiting_update WHERE bot_id = ? AND lane = ? LIMIT 1",
                        row -> row.getInt(1),
                        botId,
                        lane)
                .isPresent();
    }

    void beginTry(Handle handle, long position) {
        Statements.update(
                handle,
                "UPDATE waiting_update SET attempts = attempts + 1, unfinished = unfinished + 1 WHERE position = ?",
                position);
    }

    void endTry(Handle handle, long position, @Nullable String failure) {
        Statements.update(
                handle,
                "UPDATE waiting_update SET unfinished = 0, last_failure = ? WHERE position = ?",
                failure,
                position);
    }

    void remove(Handle handle, long position) {
        Statements.update(handle, "DELETE FROM waiting_update WHERE position = ?", position);
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM waiting_update WHERE bot_id = ?")
                .bind(0, botId)
                .mapTo(Long.class)
                .one();
    }

    /** When the update that waits longest was received, as milliseconds since 1970; empty when none waits. */
    Optional<Long> oldest(Handle handle) {
        return handle.createQuery("SELECT received_at FROM waiting_update"
                        + " WHERE position = (SELECT min(position) FROM waiting_update WHERE bot_id = ?)")
                .bind(0, botId)
                .mapTo(Long.class)
                .findOne();
    }
}
