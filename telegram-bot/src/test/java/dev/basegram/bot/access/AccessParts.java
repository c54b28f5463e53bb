package dev.basegram.bot.access;

import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.access.rules.RuleParts;
import dev.basegram.bot.access.tables.RuleRows;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.store.Database;
import java.time.Clock;
import java.util.Set;

/** The access side, put together for tests of other packages. */
public final class AccessParts {
    private AccessParts() {}

    public static Checkpoint checkpoint(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        var policy = new Policy(
                settings, RuleParts.tables(airtable), PeopleParts.members(database), RuleParts.store(database));
        return new Checkpoint(
                airtable, policy, PeopleParts.sent(database), RuleParts.matches(airtable, clock), Set.of("Bot Key"));
    }

    public static RuleBook ruleBook(Airtable airtable, Database database) {
        return new RuleBook(airtable, RuleParts.store(database), new RuleRows(airtable), RuleParts.history(database));
    }

    public static BaseTables baseTables(Airtable airtable, SchemaEdits edits, Database database) {
        return new BaseTables(
                airtable, edits, new RuleRows(airtable), RuleParts.store(database), PeopleParts.members(database));
    }

    public static Owners owners(BotSettings settings, Airtable airtable, Database database) {
        var members = PeopleParts.members(database);
        return new Owners(
                settings,
                members,
                new Policy(settings, RuleParts.tables(airtable), members, RuleParts.store(database)));
    }

    public static TokenCheck tokenCheck(Airtable airtable, Clock clock) {
        return new TokenCheck(airtable, clock);
    }

    /** Opens a base with rights of the test's own. */
    public static PermittedBase base(Airtable airtable, Rights rights) {
        return new PermittedBase(airtable, rights, Caller.person("test"), (_, _) -> {}, Set.of("Bot Key"));
    }

    public static PermittedBase ownersBase(Airtable airtable) {
        return base(airtable, new FullRights(Role.OWNER));
    }
}
