package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Remembers for a month whose a screen in a group is. Reads block their thread, which should be a virtual one. */
@Singleton
public class GroupScreenStore {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    GroupScreenStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whose it is.
     *
     * @param threadId the topic it is in; 0 outside topics
     * @param name what they are called, as the group sees it
     */
    public record Owner(long personId, long threadId, String name) {}

    /** Returns whose a message is; empty for what is nobody's, or too old. */
    public Optional<Owner> owner(long chatId, int messageId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT person_id, thread_id, name FROM group_screen WHERE chat_id = :chat AND message_id = :message")
                .bind("chat", chatId)
                .bind("message", messageId)
                .map((row, _) -> new Owner(row.getLong("person_id"), row.getLong("thread_id"), row.getString("name")))
                .findOne());
    }

    /** Returns the write that remembers whose a message is, and forgets what is too old. */
    public StoreWrite remember(SessionKey whose, String name, int messageId) {
        long now = clock.millis();
        return handle -> {
            handle.createUpdate("""
                            INSERT INTO group_screen (chat_id, message_id, thread_id, person_id, name, sent_at)
                            VALUES (:chat, :message, :thread, :person, :name, :now)
                            ON CONFLICT (chat_id, message_id)
                            DO UPDATE SET person_id = excluded.person_id, name = excluded.name, sent_at = excluded.sent_at""")
                    .bind("chat", whose.chatId())
                    .bind("message", messageId)
                    .bind("thread", whose.threadId())
                    .bind("person", whose.personId())
                    .bind("name", name)
                    .bind("now", now)
                    .execute();
            handle.createUpdate("DELETE FROM group_screen WHERE sent_at < :then")
                    .bind("then", now - KEPT.toMillis())
                    .execute();
        };
    }

    /** Returns the write that forgets a group's screens: the bot is out of it, or its messages have other ids by now. */
    public StoreWrite forget(long chatId) {
        return handle -> handle.createUpdate("DELETE FROM group_screen WHERE chat_id = :chat")
                .bind("chat", chatId)
                .execute();
    }
}
