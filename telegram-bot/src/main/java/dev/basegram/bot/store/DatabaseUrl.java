package dev.basegram.bot.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code DATABASE_URL} says. */
public sealed interface DatabaseUrl {
    /** The default: a file beside the bot. */
    String DEFAULT = "sqlite:data/basegram.db";

    /** An SQLite file; its folder is created at the start. */
    record Sqlite(String path) implements DatabaseUrl {
        @Override
        public Map<String, String> quarkusProperties() {
            return Map.of(
                    "quarkus.datasource.sqlite.active", "true",
                    "quarkus.datasource.pg.active", "false",
                    "quarkus.datasource.sqlite.jdbc.url", escaped("jdbc:sqlite:" + path));
        }
    }

    /**
     * A PostgreSQL server.
     *
     * @param jdbcUrl without user and password, its query string kept
     * @param password null when the server asks for none
     */
    record Postgresql(
            String jdbcUrl, @Nullable String user, @Nullable String password) implements DatabaseUrl {
        @Override
        public Map<String, String> quarkusProperties() {
            return Map.of(
                    "quarkus.datasource.sqlite.active",
                    "false",
                    "quarkus.datasource.pg.active",
                    "true",
                    "quarkus.datasource.pg.jdbc.url",
                    escaped(jdbcUrl),
                    "quarkus.datasource.pg.username",
                    escaped(user == null ? "" : user),
                    "quarkus.datasource.pg.password",
                    escaped(password == null ? "" : password));
        }

        /** Shows the server, never the password. */
        @Override
        public String toString() {
            return jdbcUrl;
        }
    }

    /** Returns the Quarkus properties that open this database and leave the other one shut. */
    Map<String, String> quarkusProperties();

    /**
     * Reads the variable.
     *
     * @throws IllegalArgumentException with the end of a sentence that begins with the variable's name; never quotes the value,
     *     which may hold a password
     */
    static DatabaseUrl parse(String variable) {
        String value = variable.strip();
        if (value.startsWith("sqlite:")) {
            String path = value.substring("sqlite:".length());
            if (path.isBlank()) {
                throw new IllegalArgumentException("names no file after «sqlite:»");
            }
            return new Sqlite(path);
        }
        if (value.startsWith("postgresql://") || value.startsWith("postgres://")) {
            return postgresql(value);
        }
        throw new IllegalArgumentException("starts neither with «sqlite:» nor with «postgresql://»");
    }

    /** Returns the folder of the database's file; empty where the database is not a file of ours. */
    static Optional<Path> folderOf(Optional<String> variable) {
        return parse(variable.orElse(DEFAULT)) instanceof Sqlite(String path)
                ? Optional.ofNullable(Path.of(path).toAbsolutePath().getParent())
                : Optional.empty();
    }

    private static DatabaseUrl postgresql(String value) {
        URI uri;
        try {
            uri = new URI(value);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException(
                    "is not a URL (special characters of a password are written as %40, %2F, …)");
        }
        String database = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
        if (uri.getHost() == null || database.isEmpty()) {
            throw new IllegalArgumentException("names no host or no database");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new Postgresql(
                "jdbc:postgresql://" + uri.getHost() + port + "/" + database + query,
                login.length > 0 ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null);
    }

    private static String decoded(String part) {
        // URLDecoder is for forms, where + is a blank; in a URL it is a plus.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Keeps configuration from expanding a dollar of the value. */
    private static String escaped(String value) {
        return value.replace("$", "\\$");
    }
}
