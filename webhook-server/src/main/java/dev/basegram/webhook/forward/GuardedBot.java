package dev.basegram.webhook.forward;

import dev.basegram.webhook.WebhookConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.quarkus.netty.MainEventLoopGroup;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * One try at the bot: within a deadline, with a bounded number at once, behind a breaker.
 *
 * <p>The breaker spares a bot that is starting: while it is open nobody reaches the bot but one probe per interval. Those who
 * are turned away wait and ask again (see docs/adr/0003-an-open-breaker-makes-updates-wait.md), so it never makes an update
 * fail early.
 */
@Singleton
class GuardedBot {
    private final TypedGuard<Uni<BotAnswer>> guard;
    private final Duration tryTimeout;
    private final ScheduledExecutorService timers;
    private volatile CircuitBreakerState circuit = CircuitBreakerState.CLOSED;

    GuardedBot(WebhookConfig config, @MainEventLoopGroup EventLoopGroup timers, MeterRegistry meters) {
        WebhookConfig.Forward forward = config.forward();
        this.tryTimeout = forward.tryTimeout();
        // Not the guard's own timeout: its timer is a thread of its own, which every update would wake twice.
        this.timers = timers;
        guard = TypedGuard.create(new TypeLiteral<Uni<BotAnswer>>() {})
                .withDescription("bot")
                .withBulkhead()
                .limit(forward.concurrency())
                .queueSize(forward.queue())
                .done()
                .withCircuitBreaker()
                // A full bulkhead says something of us, not of the bot.
                .when(failure -> !(failure instanceof BulkheadException))
                .requestVolumeThreshold(forward.breakerWindow())
                .failureRatio(0.5)
                .delay(forward.probeInterval().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .onStateChange(state -> circuit = state)
                .done()
                .build();
        Gauge.builder("basegram.circuit.state", this, GuardedBot::circuitState)
                .description("0 closed, 1 half open, 2 open")
                .tag("neighbour", "bot")
                .register(meters);
    }

    /** Tries once, when subscribed to; fails when the bot did not answer, said that it cannot now, or could not be asked. */
    Uni<BotAnswer> attempt(Supplier<Uni<BotAnswer>> call) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> call.get()
                        .ifNoItem()
                        .after(tryTimeout)
                        .on(timers)
                        .fail()
                        .onItem()
                        .transformToUni(answer -> answer.passes()
                                ? Uni.createFrom().failure(new BotUnavailable(answer.status()))
                                : Uni.createFrom().item(answer))));
    }

    private double circuitState() {
        return switch (circuit) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}
