package dev.basegram.sandbox.telegram;

import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.SandboxChanged;
import dev.basegram.sandbox.faults.SandboxClock;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the {@link TelegramSandbox} injectable, and puts it on the sandbox's own HTTP server. */
@Singleton
class TelegramSandboxProducer {
    /** {@code seed}: where update ids and the like start; at random when it is not set. */
    @Produces
    @Singleton
    TelegramSandbox sandbox(
            Vertx vertx,
            SandboxClock clock,
            Faults faults,
            CallLog log,
            Event<SandboxChanged> changes,
            @ConfigProperty(name = "sandbox.seed") Optional<Long> seed) {
        long start = seed.orElseGet(() -> new Random().nextLong());
        return new TelegramSandbox(vertx, clock, faults, log, start, changes::fire);
    }

    void mount(@Observes Router router, TelegramSandbox sandbox) {
        sandbox.mount(router);
    }
}
