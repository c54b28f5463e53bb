package dev.basegram.webhook;

import dev.basegram.common.Launch;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the public door. */
@QuarkusMain
public final class WebhookServer {
    private WebhookServer() {}

    /** Checks the variables, then serves until SIGTERM. */
    public static void main(String... args) {
        Launch.launch("webhook-server", WebhookVariables::check, args);
    }
}
