package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.audit.AuditParts;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.access.tables.SettingsTables;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.store.Database;
import java.time.Clock;

/** Rules, for tests of other packages. */
public final class RuleParts {
    private RuleParts() {}

    public static RuleStore store(Database database, Clock clock) {
        return new RuleStore(database, AuditParts.account(database, clock));
    }

    public static RowMatches matches(Airtable airtable, Clock clock) {
        return new AskedMatches(airtable, clock);
    }

    public static SettingsTables tables(Airtable airtable) {
        return new SettingsTables(airtable, PhoneNumbers.international());
    }

    public static RuleHistory history(Database database) {
        return new RuleHistory(database);
    }
}
