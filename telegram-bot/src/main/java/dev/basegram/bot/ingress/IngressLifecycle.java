package dev.basegram.bot.ingress;

import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.ProcessLease;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Builds the ingress of this bot and ties it to the life of the application. */
@Singleton
final class IngressLifecycle {
    /** After everything that handles updates is up. */
    private static final int LAST = 6_000;
    /** Before what is under way is waited for. */
    private static final int FIRST = 100;

    private final BotApi api;
    private final Optional<Door> door;
    private final IngressStatus status;
    private final Ingress ingress;

    IngressLifecycle(
            BotSettings settings, Inbox inbox, Database database, Vertx vertx, Clock clock, MeterRegistry registry) {
        IngressTimes times = IngressTimes.standard();
        BotSettings.Telegram telegram = settings.telegram();
        this.api = new BotApi(vertx, telegram.apiUrl(), telegram.token());
        this.door = settings.webhookUrl().map(root -> new Door(vertx, root));
        this.status = new IngressStatus(settings.ingress(), clock, registry);
        var webhook = new Webhook(api, settings, new IngressMemory(database, telegram.botId()), times.call());
        var troubles = new PollTroubles(webhook, status, Executors.newVirtualThreadPerTaskExecutor(), times.pause());
        var lease = new ProcessLease(
                database,
                clock,
                "ingress/" + telegram.botId(),
                UUID.randomUUID().toString(),
                times.lease());
        this.ingress = new Ingress(
                settings.ingress(),
                lease,
                new LongPoller(api, inbox, times, troubles, status),
                new WebhookTender(webhook, status, times, clock),
                () -> door.map(Door::ready).orElse(false),
                status,
                times,
                clock);
    }

    @Produces
    @Singleton
    IngressStatus status() {
        return status;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) {
        ingress.start();
    }

    /** Told to stop, the bot takes nothing more at once, while what it has is still being handled. */
    void stopTaking(@Observes ShutdownDelayInitiatedEvent event) {
        ingress.stop();
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        ingress.stop();
        api.close();
        door.ifPresent(Door::close);
    }
}
