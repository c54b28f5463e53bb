package dev.basegram.webhook;

import dev.basegram.common.LogRedaction;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.Variables;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** What the rest is built from: the installation's secret, read raw, and the clock. */
@Singleton
class Installation {
    private final SharedSecret secret;

    /** Reads the secret; {@link WebhookVariables} has shown that it is there and well-formed. */
    Installation(Config config) {
        secret = SharedSecret.parse(
                Variables.of(config).raw(WebhookVariables.SECRET).orElse(""));
    }

    /** Hides the secret and all keys derived from it from every log line to come. */
    @Startup(1)
    void hideSecrets() {
        LogRedaction.alsoKnow(secret.everythingSecret());
    }

    @Produces
    @Singleton
    SharedSecret secret() {
        return secret;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
