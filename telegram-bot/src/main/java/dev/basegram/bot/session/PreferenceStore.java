package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Statements;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;

/** Keeps what people chose for themselves. Reads block their thread, which should be a virtual one. */
@Singleton
public class PreferenceStore {
    private final Database database;

    PreferenceStore(Database database) {
        this.database = database;
    }

    /** Returns a person's choices; {@link Preference#NONE} where there are none. */
    public Preference of(long personId) {
        return database.read(handle -> Statements.first(
                        handle,
                        "SELECT language, zone, blocked FROM preference WHERE person_id = ?",
                        row -> new Preference(row.getString(1), row.getString(2), row.getInt(3) != 0),
                        personId)
                .orElse(Preference.NONE));
    }

    /** Returns the write that saves a language. */
    public StoreWrite language(long personId, String language) {
        return handle -> handle.createUpdate("""
                        INSERT INTO preference (person_id, language) VALUES (:person, :value)
                        ON CONFLICT (person_id) DO UPDATE SET language = excluded.language""")
                .bind("person", personId)
                .bind("value", language)
                .execute();
    }

    /** Returns the write that saves a time zone. */
    public StoreWrite zone(long personId, String zone) {
        return handle -> handle.createUpdate("""
                        INSERT INTO preference (person_id, zone) VALUES (:person, :value)
                        ON CONFLICT (person_id) DO UPDATE SET zone = excluded.zone""")
                .bind("person", personId)
                .bind("value", zone)
                .execute();
    }

    /** Returns the write that remembers whether the bot can write to a person: notices stop while it cannot. */
    public StoreWrite blocked(long personId, boolean blocked) {
        return handle -> handle.createUpdate("""
                        INSERT INTO preference (person_id, blocked) VALUES (:person, :value)
                        ON CONFLICT (person_id) DO UPDATE SET blocked = excluded.blocked""")
                .bind("person", personId)
                .bind("value", blocked ? 1 : 0)
                .execute();
    }
}
