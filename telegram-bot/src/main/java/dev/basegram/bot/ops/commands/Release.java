package dev.basegram.bot.ops.commands;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Which release runs, and since when. */
@Singleton
class Release {
    private final Config config;
    private final Clock clock;
    private volatile Optional<Instant> started = Optional.empty();

    Release(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        started = Optional.of(clock.instant());
    }

    String version() {
        return config.getOptionalValue("quarkus.application.version", String.class)
                .orElse("?");
    }

    Duration uptime(Instant now) {
        return started.map(from -> Duration.between(from, now)).orElse(Duration.ZERO);
    }
}
