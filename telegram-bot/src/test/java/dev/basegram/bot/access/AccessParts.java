package dev.basegram.bot.access;

import dev.basegram.bot.access.audit.AuditParts;
import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.access.rules.RuleParts;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.chat.audit.AuditWordsParts;
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
        var trails = new AuditTrails(AuditParts.log(database), AuditWordsParts.words(settings), clock, settings);
        return new Checkpoint(
                airtable,
                policy,
                PeopleParts.sent(database),
                RuleParts.matches(airtable, clock),
                trails,
                Set.of("Bot Key"));
    }

    /** Returns what the scheduler runs to look into writes that a crash left without an outcome. */
    public static Job leftovers(BotSettings settings, Airtable airtable, Database database, Clock clock) {
        return new AuditLeftovers(airtable, AuditParts.log(database), AuditWordsParts.words(settings), clock)::settle;
    }

    /** Runs once. */
    public interface Job {
        void run() throws InterruptedException;
    }

    /** Opens a base with rights of the test's own. */
    public static PermittedBase base(Airtable airtable, Rights rights) {
        return new PermittedBase(airtable, rights, Caller.person("test"), (_, _) -> {}, Trail.NONE, Set.of("Bot Key"));
    }

    public static PermittedBase ownersBase(Airtable airtable) {
        return base(airtable, new FullRights(Role.OWNER));
    }
}
