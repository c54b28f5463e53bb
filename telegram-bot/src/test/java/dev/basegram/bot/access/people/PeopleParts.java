package dev.basegram.bot.access.people;

import dev.basegram.bot.store.Database;
import java.time.Clock;

/** The stores of people, for tests of other packages. */
public final class PeopleParts {
    private PeopleParts() {}

    public static MemberStore members(Database database) {
        return new MemberStore(database);
    }

    public static InviteStore invites(Database database, Clock clock) {
        return new InviteStore(database, clock);
    }

    public static OwnerClaims claims(Database database, Clock clock) {
        return new OwnerClaims(database, clock);
    }

    public static AccessRequests requests(Database database, Clock clock) {
        return new AccessRequests(database, clock);
    }

    public static VerifiedPhones phones(Database database, Clock clock) {
        return new VerifiedPhones(database, clock);
    }

    public static SentStore sent(Database database) {
        return new SentStore(database);
    }
}
