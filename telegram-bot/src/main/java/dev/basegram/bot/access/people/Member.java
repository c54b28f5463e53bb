package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A person whom the bot knows.
 *
 * @param personId Telegram's id
 * @param name as it was when they came in, for lists
 * @param role what they are
 * @param blocked whether they are shut out, whatever their role
 * @param phone verified number as E.164
 * @param own the person's own record in the base
 * @param tables the tables they were let into; empty for all that their role has a rule for
 * @param joinedAt when they came in
 */
public record Member(
        long personId,
        String name,
        Role role,
        boolean blocked,
        Optional<String> phone,
        Optional<OwnRecord> own,
        Optional<Set<TableId>> tables,
        Instant joinedAt) {
    /** Creates a copy of the set. */
    public Member {
        tables = tables.map(Set::copyOf);
    }

    /** Returns the member let into these tables; empty for all that their role has a rule for. */
    public Member into(Optional<Set<TableId>> only) {
        return new Member(personId, name, role, blocked, phone, own, only, joinedAt);
    }

    /** Returns the same person with a number that Telegram vouched for, and its record, where they have none yet. */
    public Member knownBy(Optional<VerifiedPhone> verified) {
        return new Member(
                personId,
                name,
                role,
                blocked,
                phone.or(() -> verified.map(VerifiedPhone::number)),
                own.or(() -> verified.flatMap(VerifiedPhone::own)),
                tables,
                joinedAt);
    }

    /** Returns what a row says, about this person. */
    public Member as(long otherId) {
        return new Member(otherId, name, role, blocked, phone, own, tables, joinedAt);
    }

    /**
     * A person's own record.
     *
     * @param table the table of people
     * @param record the row that is this person
     */
    public record OwnRecord(TableId table, RecordId record) {}
}
