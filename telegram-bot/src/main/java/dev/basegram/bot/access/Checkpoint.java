package dev.basegram.bot.access;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Decides, for each update anew, whether a person comes in and what of the base they get to see: the one class through which
 * every handler goes. Thread-safe.
 */
@Singleton
public class Checkpoint {
    private final BotSettings settings;
    private final Airtable airtable;

    Checkpoint(BotSettings settings, Airtable airtable) {
        this.settings = settings;
        this.airtable = airtable;
    }

    /**
     * Opens the base for a person; empty for somebody without any right.
     *
     * @param personId Telegram's id, which only Telegram's own updates may be trusted for
     */
    public Optional<PermittedBase> admit(long personId) {
        return settings.ownerIds().contains(personId)
                ? Optional.of(new PermittedBase(airtable, OwnerRights.INSTANCE, Caller.person(Long.toString(personId))))
                : Optional.empty();
    }
}
