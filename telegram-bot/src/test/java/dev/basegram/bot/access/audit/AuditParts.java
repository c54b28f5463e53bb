package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.store.Database;
import java.time.Clock;

/** The account of changes, for tests of other packages. */
public final class AuditParts {
    private AuditParts() {}

    public static AuditLog log(Database database) {
        return new AuditLog(database);
    }

    public static CreationIntents creations(Database database) {
        return new CreationIntents(database);
    }

    /** Returns the account of what the bot keeps itself of people and rules. */
    public static KeptAccount account(Database database, Clock clock) {
        return new KeptAccount(log(database), clock, 1_234_567);
    }

    /** Returns what the scheduler runs to copy changes into the base. */
    public static Mirror mirror(Airtable airtable, Database database, Clock clock) {
        return new AuditMirror(airtable, new MirrorQueue(database), clock)::copy;
    }

    /** Runs once. */
    public interface Mirror {
        void run() throws InterruptedException;
    }
}
