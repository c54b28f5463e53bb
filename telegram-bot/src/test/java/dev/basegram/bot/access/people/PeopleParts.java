package dev.basegram.bot.access.people;

import dev.basegram.bot.access.audit.AuditParts;
import dev.basegram.bot.store.Database;
import java.time.Clock;

/** The stores of people, for tests of other packages. */
public final class PeopleParts {
    private PeopleParts() {}

    public static MemberStore members(Database database, Clock clock) {
        return new MemberStore(database, AuditParts.account(database, clock));
    }

    public static InviteStore invites(Database database, Clock clock) {
        return new InviteStore(database, members(database, clock), AuditParts.account(database, clock), clock);
    }

    public static OwnerClaims claims(Database database, Clock clock) {
        return new OwnerClaims(database, members(database, clock), clock);
    }

    public static AccessRequests requests(Database database, Clock clock) {
        return new AccessRequests(database, members(database, clock), clock);
    }

    public static VerifiedPhones phones(Database database, Clock clock) {
        return new VerifiedPhones(database, AuditParts.account(database, clock), clock);
    }

    public static SentStore sent(Database database) {
        return new SentStore(database);
    }
}
