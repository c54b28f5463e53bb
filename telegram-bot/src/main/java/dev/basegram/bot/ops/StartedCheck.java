package dev.basegram.bot.ops;

import dev.basegram.bot.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the inbox has taken up what was on disk and serves. */
@Startup
@ApplicationScoped
class StartedCheck implements HealthCheck {
    private final Inbox inbox;

    StartedCheck(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("inbox serves").status(inbox.started()).build();
    }
}
