package dev.basegram.bot.store;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns the one variable {@code DATABASE_URL} into the settings of two data sources, of which one is active: the same build
 * then runs on SQLite or PostgreSQL.
 */
public final class DatabaseUrlConfigSource implements ConfigSourceFactory {
    // Above application.properties (250), below the environment (300): an operator may still set a single property.
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return List.of(new PropertiesConfigSource(
                read(context.getValue("DATABASE_URL")).quarkusProperties(), "DATABASE_URL", ORDINAL));
    }

    private static DatabaseUrl read(ConfigValue variable) {
        String raw = variable == null ? null : variable.getRawValue();
        try {
            return DatabaseUrl.parse(raw == null || raw.isBlank() ? DatabaseUrl.DEFAULT : raw);
        } catch (IllegalArgumentException _) {
            // The check of all variables reports it with the others; nothing is opened before.
            return DatabaseUrl.parse(DatabaseUrl.DEFAULT);
        }
    }
}
