package dev.basegram.bot.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements that live as long as their handle, for the few that run with every update: preparing them anew, and
 * looking for the way to bind each value, would cost several times what they do.
 */
@RegisterForReflection // Jdbi makes its configuration classes by reflection, which a native image has to be told
public final class Statements implements JdbiConfig<Statements> {
    private static final Logger LOG = Logger.getLogger(Statements.class);

    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** A statement that failed. */
    static final class StatementFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StatementFailedException(SQLException cause, String sql) {
            super("«" + sql + "» failed", cause);
        }
    }

    /** Reads the current row. */
    @FunctionalInterface
    public interface Row<T> {
        /** Makes a value of the current row, without moving on. */
        T read(ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Created by Jdbi, one for each handle. */
    public Statements() {}

    @Override
    public Statements createCopy() {
        return new Statements();
    }

    /**
     * Runs a statement and returns how many rows it changed.
     *
     * @param values Long, Integer, String, byte[] or null
     */
    public static int update(Handle handle, String sql, @Nullable Object... values) {
        return use(handle, sql, values, PreparedStatement::executeUpdate);
    }

    /** Runs a query, or a statement with RETURNING, and returns its rows. */
    public static <T> List<T> rows(Handle handle, String sql, Row<T> row, @Nullable Object... values) {
        return use(handle, sql, values, statement -> {
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        });
    }

    /** Runs a query and returns its first row. */
    public static <T> Optional<T> first(Handle handle, String sql, Row<T> row, @Nullable Object... values) {
        return rows(handle, sql, row, values).stream().findFirst();
    }

    private static <T> T use(Handle handle, String sql, @Nullable Object[] values, Use<T> use) {
        Statements own = handle.getConfig(Statements.class);
        try {
            PreparedStatement statement = own.of(handle, sql);
            bind(statement, values);
            return use.of(statement);
        } catch (SQLException e) {
            own.forget(sql);
            throw new StatementFailedException(e, sql);
        }
    }

    private PreparedStatement of(Handle handle, String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            if (prepared.isEmpty()) {
                handle.addCleanable(this::closeAll);
            }
            statement = handle.getConnection().prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case null -> statement.setNull(i + 1, Types.NULL);
                case Object other -> throw new IllegalArgumentException("cannot bind a " + other.getClass());
            }
        }
    }

    /** A statement that failed is prepared anew: its plan may belong to a schema that has changed. */
    private void forget(String sql) {
        PreparedStatement failed = prepared.remove(sql);
        if (failed != null) {
            close(failed);
        }
    }

    private void closeAll() {
        prepared.values().forEach(Statements::close);
        prepared.clear();
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            LOG.debugf("A statement would not close: %s", e.getMessage());
        }
    }
}
