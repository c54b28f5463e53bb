package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.audit.KeptAccount;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Statements;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps the phone numbers that Telegram vouched for. Blocks its thread, which should be a virtual one. */
@Singleton
public class VerifiedPhones {
    private final Database database;
    private final KeptAccount account;
    private final Clock clock;

    VerifiedPhones(Database database, KeptAccount account, Clock clock) {
        this.account = account;
        this.database = database;
        this.clock = clock;
    }

    /** Returns a person's number. */
    public Optional<VerifiedPhone> of(long personId) {
        return database.read(handle -> find(handle, personId));
    }

    private static Optional<VerifiedPhone> find(Handle handle, long personId) {
        return Statements.first(
                handle,
                "SELECT phone, own_table, own_record FROM verified_phone WHERE person_id = ?",
                VerifiedPhones::phone,
                personId);
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

    /** Notes the number of the person who shows it; who showed the same one before has it no longer. */
    public void verify(Actor actor, VerifiedPhone phone) {
        long person = actor.personId();
        database.writeNow(handle -> {
            takeFromOthers(handle, actor, phone.number());
            Optional<VerifiedPhone> before = find(handle, person);
            delete(handle, person);
            handle.createUpdate("""
                            INSERT INTO verified_phone (person_id, phone, own_table, own_record, verified_at)
                            VALUES (:person, :phone, :table, :record, :now)""")
                    .bind("person", person)
                    .bind("phone", phone.number())
                    .bind(
                            "table",
                            phone.own().map(own -> own.table().toString()).orElse(null))
                    .bind(
                            "record",
                            phone.own().map(own -> own.record().toString()).orElse(null))
                    .bind("now", clock.millis())
                    .execute();
            note(handle, actor, person, before, Optional.of(phone));
        });
    }

    /**
     * Notes that somebody showed a number that is for nothing here: it is not kept, theirs no more if it was, and who showed it before
     * has it no longer.
     */
    public void passOver(Actor actor, String number) {
        database.writeNow(handle -> {
            takeFromOthers(handle, actor, number);
            Optional<VerifiedPhone> before = find(handle, actor.personId());
            if (before.filter(held -> held.number().equals(number)).isPresent()) {
                delete(handle, actor.personId());
                note(handle, actor, actor.personId(), before, Optional.empty());
            }
        });
    }

    private void takeFromOthers(Handle handle, Actor actor, String number) {
        Optional<Long> other = handle.createQuery(
                        "SELECT person_id FROM verified_phone WHERE phone = :phone AND person_id <> :person")
                .bind("phone", number)
                .bind("person", actor.personId())
                .mapTo(Long.class)
                .findOne();
        other.ifPresent(holder -> {
            Optional<VerifiedPhone> before = find(handle, holder);
            delete(handle, holder);
            note(handle, actor, holder, before, Optional.empty());
        });
    }

    private static void delete(Handle handle, long personId) {
        handle.createUpdate("DELETE FROM verified_phone WHERE person_id = :person")
                .bind("person", personId)
                .execute();
    }

    /** A number is one thing known of a person: that it comes or goes is a change of them. */
    private void note(
            Handle handle, Actor actor, long personId, Optional<VerifiedPhone> before, Optional<VerifiedPhone> after) {
        String name = personId == actor.personId()
                ? actor.name()
                : MemberStore.find(handle, personId).map(Member::name).orElseGet(() -> Long.toString(personId));
        account.changed(
                handle,
                actor,
                Optional.of(PersonRow.of(personId, name, before)),
                Optional.of(PersonRow.of(personId, name, after)));
    }
}
