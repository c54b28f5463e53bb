package dev.basegram.bot.inbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code dead_letter}. */
record DeadLetterTable(long botId) {
    // Without the letters and digits that are misread or misheard (0 O, 1 I L, 8 B, U V).
    private static final String ALPHABET = "2345679ACDEFGHJKMNPQRSTWXYZ";

    /** What is needed to give an update up. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(@Nullable Long updateId, String kind, String reason, int attempts, long receivedAt, byte[] body) {}

    /** What is needed to try an update once more. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(String reference, int attempts, byte[] body) {}

    /** Stores a dead letter and returns its reference, such as {@code K7-3QX}. */
    String add(Handle handle, Entry entry, long now) {
        while (true) {
            String reference = newReference();
            int added = handle.execute(
                    "INSERT INTO dead_letter"
                            + " (reference, bot_id, update_id, kind, reason, attempts, received_at, died_at, body)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    reference,
                    botId,
                    entry.updateId,
                    entry.kind,
                    entry.reason,
                    entry.attempts,
                    entry.receivedAt,
                    now,
                    entry.body);
            if (added == 1) {
                return reference;
            }
        }
    }

    /** Tells whether there is one that is no update, of the same bytes. */
    boolean holdsMalformed(Handle handle, byte[] body) {
        return handle.createQuery(
                        "SELECT 1 FROM dead_letter WHERE bot_id = ? AND update_id IS NULL AND body = ? LIMIT 1")
                .bind(0, botId)
                .bind(1, body)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static String newReference() {
        var random = new SecureRandom();
        var text = new StringBuilder(6);
        for (int i = 0; i < 5; i++) {
            text.append(i == 2 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    List<DeadLetter> newest(Handle handle, int most) {
        return handle.createQuery("SELECT reference, update_id, kind, reason, attempts, received_at, died_at"
                        + " FROM dead_letter WHERE bot_id = ? ORDER BY died_at DESC, reference LIMIT ?")
                .bind(0, botId)
                .bind(1, most)
                .map((row, _) -> {
                    long id = row.getLong(2);
                    boolean hasId = !row.wasNull();
                    return new DeadLetter(
                            row.getString(1),
                            hasId ? OptionalLong.of(id) : OptionalLong.empty(),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            Instant.ofEpochMilli(row.getLong(6)),
                            Instant.ofEpochMilli(row.getLong(7)));
                })
                .list();
    }

    Optional<Stored> find(Handle handle, long updateId) {
        return handle.createQuery("SELECT reference, attempts, body FROM dead_letter"
                        + " WHERE bot_id = ? AND update_id = ? ORDER BY died_at DESC LIMIT 1")
                .bind(0, botId)
                .bind(1, updateId)
                .map((row, _) -> new Stored(row.getString(1), row.getInt(2), row.getBytes(3)))
                .findOne();
    }

    int remove(Handle handle, String reference) {
        return handle.execute("DELETE FROM dead_letter WHERE bot_id = ? AND reference = ?", botId, reference);
    }

    int removeBefore(Handle handle, long time) {
        return handle.execute("DELETE FROM dead_letter WHERE bot_id = ? AND died_at < ?", botId, time);
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM dead_letter WHERE bot_id = ?")
                .bind(0, botId)
                .mapTo(Long.class)
                .one();
    }
}
