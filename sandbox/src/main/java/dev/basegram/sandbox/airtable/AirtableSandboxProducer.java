package dev.basegram.sandbox.airtable;

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
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the {@link AirtableSandbox} injectable and serves it on the sandbox's port. */
@Singleton
class AirtableSandboxProducer {

    @Produces
    @Singleton
    AirtableSandbox sandbox(
            Vertx vertx,
            SandboxClock clock,
            Faults faults,
            CallLog log,
            Event<SandboxChanged> changed,
            @ConfigProperty(name = "sandbox.airtable.rate-limit", defaultValue = "true") boolean rateLimited,
            @ConfigProperty(name = "sandbox.data") Optional<String> data) {
        LocalAirtable.Settings settings = new LocalAirtable.Settings(rateLimited, data.map(Path::of));
        return new LocalAirtable(vertx, clock, faults, log, changed::fire, settings);
    }

    void serve(@Observes Router router, AirtableSandbox sandbox) {
        sandbox.mount(router);
    }
}
