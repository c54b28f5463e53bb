package dev.basegram.bot.config;

import dev.basegram.bot.config.SettingsReader.Result;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.Expressions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Makes the checked settings a bean, or stops the start with one line per variable to mend. */
@Singleton
final class SettingsProducer {
    /** Before anything opens a database or a connection. */
    private static final int FIRST = 1;

    private final BotSettings settings;

    SettingsProducer(BotConfig variables, Config config) {
        this.settings = switch (SettingsReader.read(
                variables, raw(config, "BASEGRAM_SECRET"), raw(config, "DATABASE_URL"))) {
            case Result.Read(BotSettings read) -> read;
            case Result.Wrong wrong -> throw new PreventFurtherStepsException(String.join("\n", wrong.lines()), 1);
        };
    }

    /** Makes the check part of the start, whoever needs the settings first. */
    void check(@Observes @Priority(FIRST) StartupEvent start) {}

    @Produces
    @Singleton
    BotSettings settings() {
        return settings;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Reads a variable whose dollars are its own. */
    private static Optional<String> raw(Config config, String variable) {
        return Expressions.withoutExpansion(() -> config.getOptionalValue(variable, String.class));
    }
}
