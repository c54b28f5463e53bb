package dev.basegram.bot.store;

import dev.basegram.common.Launch;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Opens the database that {@code DATABASE_URL} names, migrated, or stops the start with one line that says why not. */
@Singleton
final class DatabaseProducer {
    /** Before the scheduler (0), whose jobs would fail aloud without a store. */
    private static final int FIRST = -100;
    /** After all that may still write. */
    private static final int LAST = 10_000;

    private final InjectableInstance<AgroalDataSource> sqlite;
    private final InjectableInstance<AgroalDataSource> postgresql;
    private final InjectableInstance<Flyway> sqliteMigrations;
    private final InjectableInstance<Flyway> postgresqlMigrations;
    private final Config config;
    private @Nullable SingleProcessLock lock;

    DatabaseProducer(
            @DataSource("sqlite") InjectableInstance<AgroalDataSource> sqlite,
            @DataSource("pg") InjectableInstance<AgroalDataSource> postgresql,
            @FlywayDataSource("sqlite") InjectableInstance<Flyway> sqliteMigrations,
            @FlywayDataSource("pg") InjectableInstance<Flyway> postgresqlMigrations,
            Config config) {
        this.sqlite = sqlite;
        this.postgresql = postgresql;
        this.sqliteMigrations = sqliteMigrations;
        this.postgresqlMigrations = postgresqlMigrations;
        this.config = config;
    }

    @Produces
    @Singleton
    Database open() {
        boolean file = sqlite.getHandle().getBean().isActive();
        try {
            if (file) {
                SqliteLibrary.trouble().ifPresent(line -> {
                    throw Launch.refuse(line);
                });
                prepareFile();
            }
            (file ? sqliteMigrations : postgresqlMigrations).get().migrate();
            return Database.open(file ? Engine.SQLITE : Engine.POSTGRESQL, file ? sqlite.get() : postgresql.get());
        } catch (PreventFurtherStepsException e) {
            throw e;
        } catch (LinkageError e) {
            throw Launch.refuse(SqliteLibrary.notLoaded(e));
        } catch (IOException | RuntimeException e) {
            throw Launch.refuse("DATABASE_URL names a database that cannot be used: %s. Example: DATABASE_URL=%s"
                    .formatted(reason(e), DatabaseUrl.DEFAULT));
        }
    }

    /** A file's failure says which file, and only its class says what about it. */
    private static String reason(Exception e) {
        return e instanceof FileSystemException file && file.getReason() == null
                ? file.getClass().getSimpleName() + " " + file.getFile()
                : SqlTrouble.firstLine(e);
    }

    /** Makes an unusable database stop the start, whoever needs it first. */
    void openFirst(@Observes @Priority(FIRST) StartupEvent start, Database database) {}

    /** Ends the writer before its data source is closed under it. */
    void closeLast(@Observes @Priority(LAST) ShutdownEvent stop, Database database) {
        database.close();
    }

    private void prepareFile() throws IOException {
        String url = config.getValue("quarkus.datasource.sqlite.jdbc.url", String.class);
        Path path = Path.of(url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""))
                .toAbsolutePath();
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        lock = SingleProcessLock.take(path);
    }

    void close(@Disposes Database database) {
        database.close();
        if (lock != null) {
            lock.close();
        }
    }
}
