package dev.basegram.bot.inbox;

import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.store.Database;
import dev.basegram.common.DerivedKey;
import dev.basegram.common.LaneMark;
import dev.basegram.common.UpdateLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Builds the inbox of this bot and ties it to the life of the application. */
@Singleton
final class InboxLifecycle {
    /** After what the handler needs, before the roads by which updates come. */
    private static final int LATE = 5_000;

    private static final int AFTER_INGRESS = 200;
    /** What a platform grants between its two signals is 30 s at most places; intake has taken a part of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Inbox inbox;

    InboxLifecycle(
            BotSettings settings, Database database, UpdateHandler handler, Clock clock, MeterRegistry registry) {
        // Without a shared secret there is no second service whose log would have to name lanes alike.
        String key = settings.secret()
                .map(secret -> secret.sign(DerivedKey.LOG_LANES))
                .orElse(settings.telegram().token());
        this.inbox = new Inbox(
                database,
                settings.telegram().botId(),
                handler,
                clock,
                InboxLimits.standard(),
                registry,
                new UpdateLog(LaneMark.keyedBy(key)));
    }

    @Produces
    @Singleton
    Inbox inbox() {
        return inbox;
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        inbox.start();
    }

    void drain(@Observes @Priority(AFTER_INGRESS) ShutdownEvent event) {
        inbox.drain(PATIENCE);
    }
}
