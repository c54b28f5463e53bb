package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Remembers Telegram's ids of files that were sent once. Reads block their thread, which should be a virtual one. */
@Singleton
public class SentFileStore {
    private final Database database;
    private final Clock clock;

    SentFileStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns Telegram's id of a file. */
    public Optional<String> fileId(String attachment) {
        return database.read(handle -> handle.createQuery("SELECT file_id FROM sent_file WHERE attachment_id = :id")
                .bind("id", attachment)
                .mapTo(String.class)
                .findOne());
    }

    /** Returns the write that forgets a file's id, for one that Telegram takes no longer. */
    public StoreWrite forget(String attachment) {
        return handle -> handle.createUpdate("DELETE FROM sent_file WHERE attachment_id = :id")
                .bind("id", attachment)
                .execute();
    }

    /** Returns the write that remembers a file's id. */
    public StoreWrite remember(String attachment, String fileId) {
        long now = clock.millis();
        return handle -> handle.createUpdate("""
                        INSERT INTO sent_file (attachment_id, file_id, sent_at) VALUES (:id, :file, :now)
                        ON CONFLICT (attachment_id) DO UPDATE SET file_id = excluded.file_id, sent_at = excluded.sent_at""")
                .bind("id", attachment)
                .bind("file", fileId)
                .bind("now", now)
                .execute();
    }
}
