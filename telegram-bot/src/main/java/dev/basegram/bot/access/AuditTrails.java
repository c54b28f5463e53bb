package dev.basegram.bot.access;

import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.CreationIntents;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the account of what a person is about to write. */
@Singleton
class AuditTrails {
    private final AuditLog log;
    private final CreationIntents creations;
    private final ValueWords words;
    private final Clock clock;
    private final long botId;

    AuditTrails(AuditLog log, CreationIntents creations, ValueWords words, Clock clock, BotSettings settings) {
        this.botId = settings.telegram().botId();
        this.log = log;
        this.creations = creations;
        this.words = words;
        this.clock = clock;
    }

    Trail of(Actor actor, PermittedBase everything) {
        // Another bot on the same store would count its updates from elsewhere.
        Actor here = new Actor(actor.personId(), actor.name(), botId + "." + actor.occasion());
        return new AuditTrail(here, everything, log, creations, words, clock.instant());
    }
}
