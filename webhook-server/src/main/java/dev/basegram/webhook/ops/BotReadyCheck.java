package dev.basegram.webhook.ops;

import dev.basegram.webhook.forward.BotReadiness;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that an update sent now would find the bot. */
@Readiness
@Singleton
class BotReadyCheck implements AsyncHealthCheck {
    private final BotReadiness bot;

    BotReadyCheck(BotReadiness bot) {
        this.bot = bot;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return bot.ready()
                .map(ready -> HealthCheckResponse.named("bot answers its readiness")
                        .status(ready)
                        .build());
    }
}
