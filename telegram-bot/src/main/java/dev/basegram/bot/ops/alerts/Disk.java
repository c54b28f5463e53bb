package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.store.DatabaseUrl;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The room that is left where the database is. With PostgreSQL that is not our disk, and nothing is told of it. */
@Singleton
class Disk {
    private final Optional<Path> folder;

    Disk(Config config, MeterRegistry registry) {
        this.folder = DatabaseUrl.folderOf(config.getOptionalValue("DATABASE_URL", String.class));
        Gauge.builder(
                        "basegram_disk_free_bytes",
                        () -> free().map(Long::doubleValue).orElse(Double.NaN))
                .description("Bytes left where the bot keeps its database; NaN with PostgreSQL")
                .register(registry);
    }

    Optional<Long> free() {
        return folder.flatMap(Disk::free);
    }

    private static Optional<Long> free(Path path) {
        try {
            return Optional.of(Files.getFileStore(path).getUsableSpace());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
