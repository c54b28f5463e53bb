package dev.basegram.bot.access.people;

import dev.basegram.bot.config.BotSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** At a start with no owner, logs how to become one: the log is what only the operator reads. */
@Singleton
class OwnerClaimLink {
    private static final Logger LOG = Logger.getLogger(OwnerClaimLink.class);

    private final BotSettings settings;
    private final OwnerClaims claims;

    OwnerClaimLink(BotSettings settings, OwnerClaims claims) {
        this.settings = settings;
        this.claims = claims;
    }

    void logIfNobodyOwns(@Observes StartupEvent start) {
        if (settings.ownerIds().isEmpty() && !claims.owned()) {
            LOG.infof(
                    "Nobody owns this bot yet. Within %d hours, send it this in Telegram to become its owner: /start c_%s",
                    OwnerClaims.LIFETIME.toHours(), claims.open().text());
        }
    }
}
