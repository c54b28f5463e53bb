package dev.basegram.common;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Ends a service that got its SIGTERM while it was starting, as soon as it has started. */
@Singleton
final class EarlyStop {
    void started(@Observes StartupEvent event) {
        Launch.stopIfAsked();
    }
}
