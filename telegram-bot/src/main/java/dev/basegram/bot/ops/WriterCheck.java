package dev.basegram.bot.ops;

import dev.basegram.bot.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the one thread that writes is: without it only a restart helps. */
@Liveness
@ApplicationScoped
class WriterCheck implements HealthCheck {
    private final Database database;

    WriterCheck(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store writer")
                .status(database.writerAlive())
                .build();
    }
}
