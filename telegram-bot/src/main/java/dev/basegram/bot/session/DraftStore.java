package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps unfinished forms, across restarts and for a month. Reads block their thread, which should be a virtual one. */
@Singleton
public class DraftStore {
    private static final int MOST_SHOWN = 20;

    private final Database database;
    private final Clock clock;

    DraftStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns a person's draft; empty for one that is gone or somebody else's. */
    public Optional<Draft> find(String id, long personId) {
        return database.read(handle -> handle.createQuery("SELECT * FROM draft WHERE id = :id AND person_id = :person")
                .bind("id", id)
                .bind("person", personId)
                .map((row, _) -> draft(row))
                .findOne());
    }

    /** Returns a person's drafts, the latest first, at most 20. */
    public List<Draft> of(long personId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM draft WHERE person_id = :person ORDER BY updated_at DESC LIMIT :most")
                .bind("person", personId)
                .bind("most", MOST_SHOWN)
                .map((row, _) -> draft(row))
                .list());
    }

    /** Returns drafts that nobody worked on since a moment, the oldest first. */
    public List<Draft> untouchedSince(Instant moment, int most) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM draft WHERE updated_at < :moment ORDER BY updated_at LIMIT :most")
                .bind("moment", moment.toEpochMilli())
                .bind("most", most)
                .map((row, _) -> draft(row))
                .list());
    }

    /** Returns the write that saves a draft as worked on now. */
    public StoreWrite save(String id, long personId, long chatId, String table, String state) {
        long now = clock.millis();
        return handle -> handle.createUpdate("""
                        INSERT INTO draft (id, person_id, chat_id, table_id, state, updated_at)
                        VALUES (:id, :person, :chat, :table, :state, :now)
                        ON CONFLICT (id) DO UPDATE SET chat_id = excluded.chat_id, state = excluded.state,
                            updated_at = excluded.updated_at
                        WHERE draft.person_id = excluded.person_id""")
                .bind("id", id)
                .bind("person", personId)
                .bind("chat", chatId)
                .bind("table", table)
                .bind("state", state)
                .bind("now", now)
                .execute();
    }

    /** Returns the write that removes a draft. */
    public StoreWrite remove(String id, long personId) {
        return handle -> handle.createUpdate("DELETE FROM draft WHERE id = :id AND person_id = :person")
                .bind("id", id)
                .bind("person", personId)
                .execute();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getLong("person_id"),
                row.getLong("chat_id"),
                row.getString("table_id"),
                row.getString("state"),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }
}
