package dev.basegram.bot.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Statements;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps sessions. Reads block their thread, which should be a virtual one; writes are given to whoever commits the update. */
@Singleton
public class SessionStore {
    private static final Logger LOG = Logger.getLogger(SessionStore.class);
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Database database;
    private final Clock clock;

    SessionStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns a person's session; a new one where there is none, or one that an older release wrote and nobody can read. */
    public Session find(SessionKey key) {
        Optional<String> state = database.read(handle -> Statements.first(
                handle,
                "SELECT state FROM session WHERE chat_id = ? AND thread_id = ? AND person_id = ?",
                row -> row.getString(1),
                key.chatId(),
                key.threadId(),
                key.personId()));
        return state.map(SessionStore::read).orElse(Session.NEW);
    }

    /** Returns how many people have a session; blocks. */
    public long count() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM session")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Returns the write that carries a group's sessions over to its new id. Its messages have other ids there, so no screen comes along;
     * a session begun in the new place already wins.
     */
    public StoreWrite move(long chatId, long newChatId) {
        return handle -> {
            handle.createQuery("SELECT thread_id, person_id, state FROM session WHERE chat_id = :chat")
                    .bind("chat", chatId)
                    .map((row, _) ->
                            new Moved(row.getLong("thread_id"), row.getLong("person_id"), row.getString("state")))
                    .list()
                    .forEach(moved -> handle.createUpdate("""
                                    INSERT INTO session (chat_id, thread_id, person_id, state, updated_at)
                                    VALUES (:chat, :thread, :person, :state, :now)
                                    ON CONFLICT (chat_id, thread_id, person_id) DO NOTHING""")
                            .bind("chat", newChatId)
                            .bind("thread", moved.threadId())
                            .bind("person", moved.personId())
                            .bind("state", write(read(moved.state()).withScreen(null)))
                            .bind("now", clock.millis())
                            .execute());
            forget(chatId).on(handle);
        };
    }

    private record Moved(long threadId, long personId, String state) {}

    /** Returns the write that forgets a chat's sessions. */
    public StoreWrite forget(long chatId) {
        return handle -> handle.createUpdate("DELETE FROM session WHERE chat_id = :chat")
                .bind("chat", chatId)
                .execute();
    }

    private static Session read(String state) {
        try {
            return JSON.readValue(state, Session.class);
        } catch (JsonProcessingException e) {
            LOG.warnf(
                    "A stored session could not be read and starts anew: %s",
                    e.getClass().getSimpleName());
            return Session.NEW;
        }
    }

    /** Returns the write that saves a session. */
    public StoreWrite save(SessionKey key, Session session) {
        String state = write(session);
        long now = clock.millis();
        return handle -> Statements.update(handle, """
                INSERT INTO session (chat_id, thread_id, person_id, state, updated_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (chat_id, thread_id, person_id)
                DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at""", key.chatId(), key.threadId(), key.personId(), state, now);
    }

    private static String write(Session session) {
        try {
            return JSON.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a session is always writable", e);
        }
    }
}
