package dev.basegram.webhook.forward;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.InternalApi;
import dev.basegram.common.LaneMark;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateLog;
import dev.basegram.common.trace.Traces;
import dev.basegram.webhook.WebhookConfig;
import io.micrometer.core.instrument.Counter;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
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
    private final SharedRequests requests;
    private final GuardedBot bot;
    private final WebhookConfig.Forward config;
    private final Patience patience;
    private final String authorization;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer duration;
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final DeliveryLog log;
    private final UpdateLog updates;

    BotForwarder(
            @RestClient BotApi api,
            SharedRequests requests,
            GuardedBot bot,
            WebhookConfig config,
            SharedSecret secret,
            Clock clock,
            MeterRegistry meters) {
        this.api = api;
        this.requests = requests;
        this.bot = bot;
        this.config = config.forward();
        this.patience = Patience.of(config.forward());
        this.authorization = InternalApi.authorization(secret);
        this.clock = clock;
        this.meters = meters;
        this.duration = meters.timer("basegram.forward");
        this.log = new DeliveryLog(clock);
        this.updates = new UpdateLog(LaneMark.keyedBy(secret.sign(DerivedKey.LOG_LANES)));
    }

    /** Hands over one update; the result never fails. */
    public Uni<Delivery> update(UpdateHead head, byte[] body) {
        Instant received = clock.instant();
        Span span = Traces.begin("POST /telegram/webhook", SpanKind.SERVER, Context.root(), head);
        return deliver(
                        () -> requests.update(Traces.header(span), body),
                        patience.of(head, received),
                        () -> "update %d (%s)"
                                .formatted(head.updateId(), head.kind().field()))
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
                () -> api.airtableNotification(authorization, mac, body).map(BotAnswer::of),
                patience.dayLong(),
                () -> "an Airtable notification");
    }

    private Uni<Delivery> deliver(Supplier<Uni<BotAnswer>> call, Duration budget, Supplier<String> what) {
        long started = System.nanoTime();
        AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
        Uni<BotAnswer> attempt =
                bot.attempt(call).onFailure(BotForwarder::tellsOfTheBot).invoke(cause::set);
        return repeated(attempt, budget)
                .map(BotAnswer::meaning)
                .onItem()
                .invoke(delivery -> log.answered(what, delivery))
                .onFailure()
                .recoverWithItem(failure -> {
                    log.gaveUp(what.get(), budget, cause.get() == null ? failure : cause.get());
                    return new Delivery.NotTaken(Delivery.Reason.UNAVAILABLE);
                })
                .invoke(delivery -> measure(started, delivery));
    }

    /** A breaker's refusal only repeats what an earlier try has shown. */
    private static boolean tellsOfTheBot(Throwable failure) {
        return !(failure instanceof CircuitBreakerOpenException);
    }

    /** Only a first try that fails costs more than itself: timers and counts of tries are for the few. */
    private Uni<BotAnswer> repeated(Uni<BotAnswer> attempt, Duration budget) {
        if (budget.isZero()) {
            return attempt;
        }
        long start = System.nanoTime();
        Uni<BotAnswer> first = budget.compareTo(config.tryTimeout()) < 0 ? within(attempt, budget) : attempt;
        return first.onFailure().recoverWithUni(failure -> {
            Duration left = budget.minusNanos(System.nanoTime() - start);
            return left.isPositive() ? again(attempt, left) : Uni.createFrom().failure(failure);
        });
    }

    private Uni<BotAnswer> again(Uni<BotAnswer> attempt, Duration left) {
        return within(
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(jittered(config.firstPause()))
                        .chain(() -> attempt.onFailure()
                                .retry()
                                .withBackOff(config.firstPause().multipliedBy(2), config.longestPause())
                                .withJitter(JITTER)
                                .expireIn(left.toMillis())),
                left);
    }

    private static Uni<BotAnswer> within(Uni<BotAnswer> answer, Duration time) {
        return answer.ifNoItem().after(time).fail();
    }

    private static Duration jittered(Duration pause) {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofNanos((long) (pause.toNanos() * factor));
    }

    private void measure(long startNanos, Delivery delivery) {
        duration.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        outcomes.computeIfAbsent(
                        delivery.label(), label -> meters.counter("basegram.updates.forwarded", "outcome", label))
                .increment();
    }
}
