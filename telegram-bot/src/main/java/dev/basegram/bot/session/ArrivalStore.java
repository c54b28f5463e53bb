package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps which files are awaited in which records. Reads block their thread, which should be a virtual one. */
@Singleton
public class ArrivalStore {
    private static final String BETWEEN_NAMES = "\n";

    private final Database database;

    ArrivalStore(Database database) {
        this.database = database;
    }

    /** Returns the write that awaits files; the same ones again are passed over. */
    public StoreWrite await(Arrival arrival) {
        return handle -> handle.createUpdate("""
                        INSERT INTO arrival (id, person_id, chat_id, thread_id, table_id, record_id, field_id, names, linked_at, due_at)
                        VALUES (:id, :person, :chat, :thread, :table, :record, :field, :names, :linked, :due)
                        ON CONFLICT (id) DO NOTHING""")
                .bind("id", arrival.id())
                .bind("person", arrival.session().personId())
                .bind("chat", arrival.session().chatId())
                .bind("thread", arrival.session().threadId())
                .bind("table", arrival.table())
                .bind("record", arrival.record())
                .bind("field", arrival.field())
                .bind("names", String.join(BETWEEN_NAMES, arrival.names()))
                .bind("linked", arrival.linkedAt().toEpochMilli())
                .bind("due", arrival.dueAt().toEpochMilli())
                .execute();
    }

    /** Returns those to look for by now, the oldest first. */
    public List<Arrival> due(Instant now, int most) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM arrival WHERE due_at <= :now ORDER BY due_at LIMIT :most")
                        .bind("now", now.toEpochMilli())
                        .bind("most", most)
                        .map((row, _) -> arrival(row))
                        .list());
    }

    /**
     * Puts the next look off; whoever does that looks now.
     *
     * @return false when another process looks, or nobody waits for them any more
     */
    public boolean putOff(Arrival arrival, Instant until) {
        AtomicInteger rows = new AtomicInteger();
        database.writeNow(handle ->
                rows.set(handle.createUpdate("UPDATE arrival SET due_at = :until WHERE id = :id AND due_at = :due")
                        .bind("until", until.toEpochMilli())
                        .bind("id", arrival.id())
                        .bind("due", arrival.dueAt().toEpochMilli())
                        .execute()));
        return rows.get() > 0;
    }

    /** Returns the write that awaits them no longer. */
    public StoreWrite forget(Arrival arrival) {
        return handle -> handle.createUpdate("DELETE FROM arrival WHERE id = :id")
                .bind("id", arrival.id())
                .execute();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                row.getString("id"),
                new SessionKey(row.getLong("chat_id"), row.getLong("thread_id"), row.getLong("person_id")),
                row.getString("table_id"),
                row.getString("record_id"),
                row.getString("field_id"),
                Arrays.asList(row.getString("names").split(BETWEEN_NAMES)),
                Instant.ofEpochMilli(row.getLong("linked_at")),
                Instant.ofEpochMilli(row.getLong("due_at")));
    }
}
