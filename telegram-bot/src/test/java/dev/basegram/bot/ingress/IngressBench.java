package dev.basegram.bot.ingress;

import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.config.IngressMode;
import dev.basegram.bot.inbox.HandleOutcome;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.InboxLimits;
import dev.basegram.bot.inbox.IncomingUpdate;
import dev.basegram.bot.inbox.TestClock;
import dev.basegram.bot.inbox.UpdateHandler;
import dev.basegram.bot.inbox.Updates;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.ProcessLease;
import dev.basegram.bot.store.TestStore;
import dev.basegram.common.SharedSecret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A whole ingress over a real store and a scripted Telegram, with short times. */
final class IngressBench implements AutoCloseable {
    static final URI DOOR = URI.create("https://bot.example.org");
    static final String OURS = DOOR + "/telegram/webhook";
    static final SharedSecret SECRET = SharedSecret.parse("a secret of sixteen and more");

    final Vertx vertx = Vertx.vertx();
    final FakeTelegram telegram = new FakeTelegram(vertx);
    final TestClock clock = new TestClock();
    final List<IncomingUpdate> handled = new CopyOnWriteArrayList<>();
    final AtomicBoolean doorReady = new AtomicBoolean(true);
    final TestStore store;
    final Inbox inbox;
    final BotApi api;
    final IngressStatus status;
    final LongPoller poller;
    final Ingress ingress;

    IngressBench(IngressMode mode) {
        this(mode, TestStore.open(Engine.SQLITE), Optional.of(DOOR));
    }

    IngressBench(IngressMode mode, TestStore store, Optional<URI> door) {
        this.store = store;
        var times = new IngressTimes(
                Duration.ofSeconds(1),
                Duration.ofMillis(700),
                Duration.ofSeconds(10),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofMinutes(30),
                Duration.ofSeconds(30));
        var registry = new SimpleMeterRegistry();
        UpdateHandler handler = new UpdateHandler() {
            @Override
            public HandleOutcome handle(IncomingUpdate update) {
                handled.add(update);
                return HandleOutcome.Done.plain();
            }

            @Override
            public void tellRefused(IncomingUpdate update, String reference) {}
        };
        var settings = new BotSettings(
                new BotSettings.Telegram(FakeTelegram.TOKEN, telegram.root()),
                new BotSettings.Airtable("pat", "app", DOOR, DOOR, 0),
                Optional.of(SECRET),
                door,
                mode,
                Set.of(),
                ZoneOffset.UTC,
                "en");
        inbox = new Inbox(store.database(), 123456, handler, clock, InboxLimits.standard(), registry, Updates.LOG);
        inbox.start();
        api = new BotApi(vertx, telegram.root(), FakeTelegram.TOKEN);
        status = new IngressStatus(mode, clock, registry);
        var webhook = new Webhook(api, settings, new IngressMemory(store.database(), 123456), times.call());
        var troubles = new PollTroubles(webhook, status, Executors.newVirtualThreadPerTaskExecutor(), times.pause());
        poller = new LongPoller(api, inbox, times, troubles, status);
        ingress = new Ingress(
                mode,
                new ProcessLease(store.database(), clock, "ingress", "me", times.lease()),
                poller,
                new WebhookTender(webhook, status, times, clock),
                doorReady::get,
                status,
                times,
                clock);
    }

    List<Long> ids() {
        return handled.stream().map(update -> update.head().updateId()).toList();
    }

    @Override
    public void close() {
        ingress.stop();
        poller.stop();
        inbox.drain(Duration.ZERO);
        api.close();
        telegram.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        store.close();
    }
}
