package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps changes that can be taken back. Blocks its thread, which should be a virtual one. */
@Singleton
public class ChangeStore {
    private final Database database;

    ChangeStore(Database database) {
        this.database = database;
    }

    /** Returns the write that remembers a change; the same change again is passed over. */
    public StoreWrite remember(Change change) {
        return handle -> handle.createUpdate("""
                        INSERT INTO change (id, person_id, chat_id, thread_id, kind, table_id, record_id, state, made_at, due_at)
                        VALUES (:id, :person, :chat, :thread, :kind, :table, :record, :state, :made, :due)
                        ON CONFLICT (id) DO NOTHING""")
                .bind("id", change.id())
                .bind("person", change.session().personId())
                .bind("chat", change.session().chatId())
                .bind("thread", change.session().threadId())
                .bind("kind", change.kind().name())
                .bind("table", change.table())
                .bind("record", change.record())
                .bind("state", change.state())
                .bind("made", change.madeAt().toEpochMilli())
                .bind("due", millis(change.dueAt()))
                .execute();
    }

    /** Returns the write that carries a group's changes over to its new id, so that what comes of them is said there. */
    public StoreWrite move(long chatId, long newChatId) {
        return handle -> handle.createUpdate("UPDATE change SET chat_id = :new WHERE chat_id = :old")
                .bind("new", newChatId)
                .bind("old", chatId)
                .execute();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /** Returns a person's change; empty for one that is gone or somebody else's. */
    public Optional<Change> find(String id, long personId) {
        return database.read(handle -> handle.createQuery("SELECT * FROM change WHERE id = :id AND person_id = :person")
                .bind("id", id)
                .bind("person", personId)
                .map((row, _) -> change(row))
                .findOne());
    }

    /** Returns a person's last change. */
    public Optional<Change> last(long personId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM change WHERE person_id = :person ORDER BY made_at DESC LIMIT 1")
                .bind("person", personId)
                .map((row, _) -> change(row))
                .findOne());
    }

    /** Returns deletions whose time has come, the oldest first. */
    public List<Change> due(Instant now, int most) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM change WHERE due_at <= :now ORDER BY due_at LIMIT :most")
                        .bind("now", now.toEpochMilli())
                        .bind("most", most)
                        .map((row, _) -> change(row))
                        .list());
    }

    /**
     * Takes a due deletion in hand for a while, so that no other process carries it out too.
     *
     * @return false when somebody else has it, or it was taken back
     */
    public boolean claim(Change change, Instant until) {
        return touches(
                handle -> handle.createUpdate("UPDATE change SET due_at = :until WHERE id = :id AND due_at = :due")
                        .bind("until", until.toEpochMilli())
                        .bind("id", change.id())
                        .bind("due", millis(change.dueAt()))
                        .execute());
    }

    /**
     * Takes a waiting deletion back.
     *
     * @return false when it is being carried out, or has been
     */
    public boolean takeBack(Change change) {
        return touches(handle -> handle.createUpdate("DELETE FROM change WHERE id = :id AND due_at = :due")
                .bind("id", change.id())
                .bind("due", millis(change.dueAt()))
                .execute());
    }

    /** Returns the write that forgets a change. */
    public StoreWrite forget(String id) {
        return handle -> handle.createUpdate("DELETE FROM change WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** Forgets changes that can no longer be taken back. */
    public void forgetOlderThan(Instant now, Duration age) {
        database.writeNow(handle -> handle.createUpdate("DELETE FROM change WHERE due_at IS NULL AND made_at < :old")
                .bind("old", now.minus(age).toEpochMilli())
                .execute());
    }

    /** What changes rows and tells how many. */
    private interface Touch {
        int on(Handle handle);
    }

    private boolean touches(Touch touch) {
        AtomicInteger rows = new AtomicInteger();
        database.writeNow(handle -> rows.set(touch.on(handle)));
        return rows.get() > 0;
    }

    private static Change change(ResultSet row) throws SQLException {
        long due = row.getLong("due_at");
        Instant dueAt = row.wasNull() ? null : Instant.ofEpochMilli(due);
        return new Change(
                row.getString("id"),
                new SessionKey(row.getLong("chat_id"), row.getLong("thread_id"), row.getLong("person_id")),
                Change.Kind.valueOf(row.getString("kind")),
                row.getString("table_id"),
                row.getString("record_id"),
                row.getString("state"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                dueAt);
    }
}
