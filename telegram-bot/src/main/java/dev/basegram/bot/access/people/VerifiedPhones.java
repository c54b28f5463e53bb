package dev.basegram.bot.access.people;

import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Statements;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Keeps the phone numbers that Telegram vouched for. Blocks its thread, which should be a virtual one. */
@Singleton
public class VerifiedPhones {
    private final Database database;
    private final Clock clock;

    VerifiedPhones(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns a person's number. */
    public Optional<VerifiedPhone> of(long personId) {
        return database.read(handle -> Statements.first(
                handle,
                "SELECT phone, own_table, own_record FROM verified_phone WHERE person_id = ?",
                VerifiedPhones::phone,
                personId));
    }

    private static VerifiedPhone phone(ResultSet row) throws SQLException {
        String table = row.getString("own_table");
        String record = row.getString("own_record");
        return new VerifiedPhone(
                row.getString("phone"),
                table == null || record == null
                        ? Optional.empty()
                        : Optional.of(new Member.OwnRecord(new TableId(table), new RecordId(record))));
    }

    /** Notes a person's number; who showed the same one before has it no longer. */
    public void verify(long personId, VerifiedPhone phone) {
        database.writeNow(handle -> {
            handle.createUpdate("DELETE FROM verified_phone WHERE phone = :phone OR person_id = :person")
                    .bind("phone", phone.number())
                    .bind("person", personId)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO verified_phone (person_id, phone, own_table, own_record, verified_at)
                            VALUES (:person, :phone, :table, :record, :now)""")
                    .bind("person", personId)
                    .bind("phone", phone.number())
                    .bind(
                            "table",
                            phone.own().map(own -> own.table().toString()).orElse(null))
                    .bind(
                            "record",
                            phone.own().map(own -> own.record().toString()).orElse(null))
                    .bind("now", clock.millis())
                    .execute();
        });
    }

    /** Forgets a person's number. */
    public void forget(long personId) {
        database.writeNow(handle -> handle.createUpdate("DELETE FROM verified_phone WHERE person_id = :person")
                .bind("person", personId)
                .execute());
    }
}
