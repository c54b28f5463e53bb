package dev.basegram.sandbox.faults;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one {@link SandboxClock} injectable, also as {@link java.time.Clock}. */
@Singleton
class SandboxClockProducer {
    @Produces
    @Singleton
    SandboxClock clock() {
        return SandboxClock.system();
    }
}
