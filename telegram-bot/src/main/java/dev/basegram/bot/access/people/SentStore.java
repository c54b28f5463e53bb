package dev.basegram.bot.access.people;

import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Keeps which records a person made here. Blocks its thread, which should be a virtual one. */
@Singleton
public class SentStore {
    private static final int MOST = 5_000;

    private final Database database;

    SentStore(Database database) {
        this.database = database;
    }

    /** Notes a record that a person made; noting it twice is noting it once. */
    public void note(long personId, TableId table, RecordId record) {
        database.writeNow(handle -> handle.createUpdate("""
                        INSERT INTO sent_record (person_id, table_id, record_id) VALUES (:person, :table, :record)
                        ON CONFLICT (person_id, table_id, record_id) DO NOTHING""")
                .bind("person", personId)
                .bind("table", table.toString())
                .bind("record", record.toString())
                .execute());
    }

    /** Returns the records that a person made, at most 5,000 of them. */
    public Set<RecordId> of(long personId) {
        return new HashSet<>(database.read(
                handle -> handle.createQuery("SELECT record_id FROM sent_record WHERE person_id = :person LIMIT :most")
                        .bind("person", personId)
                        .bind("most", MOST)
                        .map((row, _) -> new RecordId(row.getString("record_id")))
                        .list()));
    }
}
