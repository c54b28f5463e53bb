package dev.basegram.bot.config;

import dev.basegram.bot.store.DatabaseUrl;
import dev.basegram.common.LogRedaction;
import dev.basegram.common.Variables;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Makes the checked settings a bean, or stops the start with one line per variable to mend. */
@Singleton
final class SettingsProducer {
    /** Before anything opens a database or a connection. */
    private static final int FIRST = 1;

    private final BotSettings settings;

    SettingsProducer(Config config) {
        Variables variables = Variables.of(config);
        List<String> problems = SettingsReader.problems(variables);
        if (!problems.isEmpty()) {
            throw new PreventFurtherStepsException(String.join("\n", problems), 1);
        }
        this.settings = SettingsReader.read(variables);
        LogRedaction.alsoKnow(Stream.concat(settings.everythingSecret().stream(), databasePassword(variables))
                .toList());
    }

    private static Stream<String> databasePassword(Variables variables) {
        return variables.raw("DATABASE_URL").map(DatabaseUrl::parse).stream()
                .flatMap(url -> url instanceof DatabaseUrl.Postgresql server
                        ? Stream.ofNullable(server.password())
                        : Stream.empty());
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
}
