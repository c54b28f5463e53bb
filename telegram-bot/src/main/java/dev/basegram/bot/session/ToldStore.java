package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Remembers what was told to Telegram once and for all, so that a restart does not tell it again. Blocks its thread. */
@Singleton
public class ToldStore {
    private final Database database;

    ToldStore(Database database) {
        this.database = database;
    }

    /** Returns what was last told about a subject; empty where nothing was. */
    public Optional<String> last(String subject) {
        return database.read(handle -> handle.createQuery("SELECT fingerprint FROM told WHERE subject = :subject")
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne());
    }

    /** Tells whether this was the last thing told about a subject. */
    public boolean isTold(String subject, String fingerprint) {
        return last(subject).filter(fingerprint::equals).isPresent();
    }

    /** Remembers what was told. */
    public void told(String subject, String fingerprint) {
        database.writeNow(handle -> handle.createUpdate("""
                        INSERT INTO told (subject, fingerprint) VALUES (:subject, :fingerprint)
                        ON CONFLICT (subject) DO UPDATE SET fingerprint = excluded.fingerprint""")
                .bind("subject", subject)
                .bind("fingerprint", fingerprint)
                .execute());
    }
}
