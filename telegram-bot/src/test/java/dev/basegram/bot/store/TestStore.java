package dev.basegram.bot.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Real stores for tests, set up as the bot sets them up: an SQLite file of its own, or a fresh PostgreSQL database. */
public final class TestStore implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Engine engine;
    private final DataSource source;
    private final Database database;

    private TestStore(Engine engine, DataSource source) {
        this.engine = engine;
        this.source = source;
        Flyway.configure()
                .dataSource(source)
                .locations(engine.migrations())
                .load()
                .migrate();
        this.database = Database.open(engine, source);
    }

    /** A store of its own on this engine. */
    public static TestStore open(Engine engine) {
        return switch (engine) {
            case SQLITE -> sqlite(newFile());
            case POSTGRESQL -> new TestStore(engine, PostgresServer.freshDatabase());
        };
    }

    /** The store in this file, as after a restart of the process. */
    public static TestStore sqlite(Path file) {
        return new TestStore(
                Engine.SQLITE,
                pool(
                        "jdbc:sqlite:" + file,
                        "org.sqlite.JDBC",
                        "",
                        Map.of(
                                "journal_mode",
                                "WAL",
                                "synchronous",
                                "FULL",
                                "busy_timeout",
                                "5000",
                                "foreign_keys",
                                "true")));
    }

    /** Pooled as in production. */
    private static DataSource pool(String url, String driver, String user, Map<String, String> properties) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(12)
                            .validateOnBorrow(true)
                            .connectionValidator(
                                    AgroalConnectionPoolConfiguration.ConnectionValidator.defaultValidator())
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> {
                                properties.forEach(factory::jdbcProperty);
                                return factory.jdbcUrl(url)
                                        .connectionProviderClassName(driver)
                                        .principal(user.isEmpty() ? null : new NamePrincipal(user));
                            })));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the same database once more, as another process or the next start would; this one is not closed. */
    public TestStore again() {
        return new TestStore(engine, source);
    }

    public Database database() {
        return database;
    }

    public DataSource source() {
        return source;
    }

    private static Path newFile() {
        try {
            return Files.createTempDirectory("basegram-store").resolve("test.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /** One server for all tests of the run; it ends with the JVM. */
    private static final class PostgresServer {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static DataSource freshDatabase() {
            String name = "test" + NUMBER.incrementAndGet();
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return pool(SERVER.getJdbcUrl("postgres", name), "org.postgresql.Driver", "postgres", Map.of());
        }
    }
}
