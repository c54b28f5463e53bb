package dev.basegram.bot.access;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.config.BotSettings;
import java.util.Set;

/** The access side, put together for tests of other packages. */
public final class AccessParts {
    private AccessParts() {}

    public static Checkpoint checkpoint(BotSettings settings, Airtable airtable) {
        return new Checkpoint(settings, airtable, Set.of("Bot Key"));
    }

    /** Opens a base with rights of the test's own. */
    public static PermittedBase base(Airtable airtable, Rights rights) {
        return new PermittedBase(airtable, rights, Caller.person("test"), Set.of("Bot Key"));
    }

    public static PermittedBase ownersBase(Airtable airtable) {
        return base(airtable, OwnerRights.INSTANCE);
    }
}
