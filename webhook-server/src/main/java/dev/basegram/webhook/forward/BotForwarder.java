package dev.basegram.webhook.forward;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.InternalApi;
import dev.basegram.common.LaneMark;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateLog;
import dev.basegram.common.trace.Traces;
import dev.basegram.webhook.WebhookConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Hands raw bytes to the bot, again and again within the time that they can wait.
 *
 * <p>Repeating is safe whatever became of the try before: the bot knows the ids of what it has. Non-blocking; call it from an
 * event loop.
 */
@Singleton
public class BotForwarder {
    private static final double JITTER = 0.5;

    private final BotApi api;
    private final GuardedBot bot;
    private final WebhookConfig.Forward config;
    private final Patience patience;
    private final String authorization;
    private final Clock clock;
    private final MeterRegistry meters;
    private final DeliveryLog log;
    private final UpdateLog updates;

    BotForwarder(
            @RestClient BotApi api,
            GuardedBot bot,
            WebhookConfig config,
            SharedSecret secret,
            Clock clock,
            MeterRegistry meters) {
        this.api = api;
        this.bot = bot;
        this.config = config.forward();
        this.patience = Patience.of(config.forward());
        this.authorization = InternalApi.authorization(secret);
        this.clock = clock;
        this.meters = meters;
        this.log = new DeliveryLog(clock);
        this.updates = new UpdateLog(LaneMark.keyedBy(secret.sign(DerivedKey.LOG_LANES)));
    }

    /** Hands over one update; the result never fails. */
    public Uni<Delivery> update(UpdateHead head, byte[] body) {
        Instant received = clock.instant();
        Span span = Traces.begin("POST /telegram/webhook", SpanKind.SERVER, Context.root(), head);
        return deliver(
                        () -> api.update(authorization, Traces.header(span), body),
                        patience.of(head, received),
                        "update %d (%s)".formatted(head.updateId(), head.kind().field()))
                .invoke(delivery -> {
                    updates.ended(head, delivery.label(), Duration.between(received, clock.instant()), 1);
                    Traces.end(span, delivery.label(), delivery instanceof Delivery.NotTaken);
                });
    }

    /**
     * Hands over one Airtable notification; the result never fails.
     *
     * @param mac Airtable's signature, for the bot to verify; null when there was none
     */
    public Uni<Delivery> airtableNotification(byte[] body, @Nullable String mac) {
        return deliver(
                () -> api.airtableNotification(authorization, mac, body),
                patience.dayLong(),
                "an Airtable notification");
    }

    private Uni<Delivery> deliver(Supplier<Uni<RestResponse<String>>> call, Duration budget, String what) {
        Timer.Sample started = Timer.start(meters);
        AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
        Uni<BotAnswer> attempt =
                bot.attempt(call).onFailure(BotForwarder::tellsOfTheBot).invoke(cause::set);
        return repeated(attempt, budget)
                .map(BotAnswer::meaning)
                .onItem()
                .invoke(delivery -> log.answered(what, delivery))
                .onFailure()
                .recoverWithItem(failure -> {
                    log.gaveUp(what, budget, cause.get() == null ? failure : cause.get());
                    return new Delivery.NotTaken(Delivery.Reason.UNAVAILABLE);
                })
                .invoke(delivery -> measure(started, delivery));
    }

    /** A breaker's refusal only repeats what an earlier try has shown. */
    private static boolean tellsOfTheBot(Throwable failure) {
        return !(failure instanceof CircuitBreakerOpenException);
    }

    private Uni<BotAnswer> repeated(Uni<BotAnswer> attempt, Duration budget) {
        if (budget.isZero()) {
            return attempt;
        }
        return attempt.onFailure()
                .retry()
                .withBackOff(config.firstPause(), config.longestPause())
                .withJitter(JITTER)
                .expireIn(budget.toMillis())
                .ifNoItem()
                .after(budget)
                .fail();
    }

    private void measure(Timer.Sample started, Delivery delivery) {
        started.stop(meters.timer("basegram.forward"));
        meters.counter("basegram.updates.forwarded", "outcome", delivery.label())
                .increment();
    }
}
