package dev.basegram.bot.access;

import dev.basegram.bot.access.audit.AuditParts;
import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.access.rules.CompiledRules;
import dev.basegram.bot.access.rules.RuleParts;
import dev.basegram.bot.access.tables.PeopleRows;
import dev.basegram.bot.access.tables.RuleRows;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.chat.audit.AuditWordsParts;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.store.Database;
import java.time.Clock;
import java.util.Set;

/** The access side, put together for tests of other packages. */
public final class AccessParts {
    private AccessParts() {}

    public static Checkpoint checkpoint(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        return checkpoint(policy(settings, airtable, database, clock), settings, airtable, database, clock);
    }

    /** Returns the policy, for whatever else of a chat goes by it. */
    static Policy policy(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        return new Policy(
                settings,
                RuleParts.tables(airtable),
                PeopleParts.members(database, clock),
                RuleParts.store(database, clock),
                PeopleParts.phones(database, clock));
    }

    private static Checkpoint checkpoint(
            Policy policy, BotSettings settings, Airtable airtable, Database database, Clock clock) {
        var trails = new AuditTrails(
                AuditParts.log(database),
                AuditParts.creations(database),
                AuditWordsParts.words(settings),
                clock,
                settings);
        return new Checkpoint(
                airtable,
                policy,
                PeopleParts.sent(database),
                RuleParts.matches(airtable, clock),
                new CompiledRules(),
                trails,
                PhoneNumbers.international(),
                Set.of("Bot Key"));
    }

    /** Returns what the scheduler runs to look into writes that a crash left without an outcome. */
    public static Job leftovers(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        return new AuditLeftovers(
                airtable,
                AuditParts.log(database),
                AuditParts.creations(database),
                AuditWordsParts.words(settings),
                clock)::settle;
    }

    public static Linking linking(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        PhoneNumbers numbers = PhoneNumbers.international();
        return new Linking(
                policy(settings, airtable, database, clock),
                new OwnRecords(airtable, numbers),
                PeopleParts.members(database, clock),
                PeopleParts.phones(database, clock),
                numbers,
                clock);
    }

    /** Returns the problems of the settings tables, as they are read anew each time they are asked for. */
    public static SettingsProblems problems(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        return new SettingsProblems(policy(settings, airtable, database, clock));
    }

    /** Runs once. */
    public interface Job {
        void run() throws InterruptedException;
    }

    public static RuleBook ruleBook(Airtable airtable, Database database, Clock clock) {
        return new RuleBook(
                airtable, RuleParts.store(database, clock), new RuleRows(airtable), RuleParts.history(database));
    }

    public static BaseTables baseTables(Airtable airtable, SchemaEdits edits, Database database, Clock clock) {
        return new BaseTables(airtable, edits, RuleParts.store(database, clock), PeopleParts.members(database, clock));
    }

    public static Owners owners(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        return new Owners(settings, PeopleParts.members(database, clock), policy(settings, airtable, database, clock));
    }

    public static ListedPeople listed(Airtable airtable) {
        return new ListedPeople(airtable, new PeopleRows(airtable));
    }

    public static TokenCheck tokenCheck(Airtable airtable, Clock clock) {
        return new TokenCheck(airtable, clock);
    }

    /** Opens a base with rights of the test's own. */
    public static PermittedBase base(Airtable airtable, Rights rights) {
        return new PermittedBase(airtable, rights, Caller.person("test"), (_, _) -> {}, Trail.NONE, Set.of("Bot Key"));
    }

    public static PermittedBase ownersBase(Airtable airtable) {
        return base(airtable, new FullRights(Role.OWNER));
    }
}
