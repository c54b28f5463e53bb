package dev.basegram.bot.ops;

import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.store.Database;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the store takes writes: each check writes and commits, since a full disk is seen in no other way. */
@Readiness
@ApplicationScoped
class StoreCheck implements AsyncHealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final long botId;
    private final Clock clock;

    StoreCheck(Database database, BotSettings settings, Clock clock) {
        this.database = database;
        this.botId = settings.telegram().botId();
        this.clock = clock;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("store writable");
        return database.write(handle -> handle.execute(
                        "INSERT INTO ingress_memory (bot_id, name, value) VALUES (?, 'probe', ?)"
                                + " ON CONFLICT (bot_id, name) DO UPDATE SET value = excluded.value",
                        botId,
                        clock.instant().toString()))
                .map(_ -> response.up().build())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> response.down()
                        .withData("problem", "no commit within %d s".formatted(PATIENCE.toSeconds()))
                        .build())
                .onFailure()
                .recoverWithItem(failure -> response.down()
                        .withData("problem", String.valueOf(failure.getMessage()))
                        .build());
    }
}
