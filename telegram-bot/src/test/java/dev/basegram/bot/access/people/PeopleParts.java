package dev.basegram.bot.access.people;

import dev.basegram.bot.store.Database;

/** The stores of people, for tests of other packages. */
public final class PeopleParts {
    private PeopleParts() {}

    public static MemberStore members(Database database) {
        return new MemberStore(database);
    }

    public static SentStore sent(Database database) {
        return new SentStore(database);
    }
}
