package dev.basegram.bot.access;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableClientConfig;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Decides, for each update anew, whether a person comes in and what of the base they get to see: the one class through which
 * every handler goes. Thread-safe.
 */
@Singleton
public class Checkpoint {
    private final BotSettings settings;
    private final Airtable airtable;
    private final Set<String> ownFields;

    @Inject
    Checkpoint(BotSettings settings, Airtable airtable, AirtableClientConfig config) {
        this(settings, airtable, Set.copyOf(config.keyFields()));
    }

    Checkpoint(BotSettings settings, Airtable airtable, Set<String> ownFields) {
        this.settings = settings;
        this.airtable = airtable;
        this.ownFields = ownFields;
    }

    /**
     * Opens the base for a person; empty for somebody without any right.
     *
     * @param personId Telegram's id, which only Telegram's own updates may be trusted for
     */
    public Optional<PermittedBase> admit(long personId) {
        return settings.ownerIds().contains(personId)
                ? Optional.of(new PermittedBase(
                        airtable, OwnerRights.INSTANCE, Caller.person(Long.toString(personId)), ownFields))
                : Optional.empty();
    }
}
