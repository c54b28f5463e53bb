package dev.basegram.common;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.Expressions;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The variables of a process as the operator wrote them: from a system property, the environment or {@code .env}, in this
 * order, and never expanded, since a secret may hold a dollar and a brace.
 */
public final class Variables {
    private final SmallRyeConfig config;

    private Variables(SmallRyeConfig config) {
        this.config = config;
    }

    /** Returns the variables of this process, readable before Quarkus has started. */
    public static Variables ofProcess() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new Variables(new SmallRyeConfigBuilder()
                .addSystemSources()
                .withSources(new DotEnvConfigSourceProvider().getConfigSources(loader))
                .build());
    }

    /** Returns the variables of a running application, which tests and profiles may have overridden. */
    public static Variables of(Config config) {
        return new Variables(config.unwrap(SmallRyeConfig.class));
    }

    /** Returns the value with not one character changed; empty when the variable is missing or blank. */
    public Optional<String> raw(String name) {
        return Optional.ofNullable(Expressions.withoutExpansion(
                        () -> config.getConfigValue(name).getRawValue()))
                .filter(value -> !value.isBlank());
    }
}
