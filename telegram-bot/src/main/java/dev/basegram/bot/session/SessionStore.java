package dev.basegram.bot.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
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
        Optional<String> state = database.read(handle -> handle.createQuery(
                        "SELECT state FROM session WHERE chat_id = :chat AND thread_id = :thread AND person_id = :person")
                .bind("chat", key.chatId())
                .bind("thread", key.threadId())
                .bind("person", key.personId())
                .mapTo(String.class)
                .findOne());
        return state.map(SessionStore::read).orElse(Session.NEW);
    }

    /** Returns whose live screen a message in a chat is; empty for one that is nobody's, such as a message that stays. */
    public Optional<Long> ownerOfScreen(long chatId, int messageId) {
        return database.read(handle -> handle
                .createQuery("SELECT person_id, state FROM session WHERE chat_id = :chat AND state LIKE :screen")
                .bind("chat", chatId)
                .bind("screen", "%\"screen\":" + messageId + "%")
                .map((row, _) -> Map.entry(row.getLong("person_id"), read(row.getString("state"))))
                .stream()
                .filter(found -> Objects.equals(found.getValue().screen(), messageId))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    /** Returns how many people have a session; blocks. */
    public long count() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM session")
                .mapTo(Long.class)
                .one());
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
        return handle -> handle.createUpdate("""
                        INSERT INTO session (chat_id, thread_id, person_id, state, updated_at)
                        VALUES (:chat, :thread, :person, :state, :now)
                        ON CONFLICT (chat_id, thread_id, person_id)
                        DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at""")
                .bind("chat", key.chatId())
                .bind("thread", key.threadId())
                .bind("person", key.personId())
                .bind("state", state)
                .bind("now", now)
                .execute();
    }

    private static String write(Session session) {
        try {
            return JSON.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a session is always writable", e);
        }
    }
}
