package dev.basegram.bot.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells trouble of the database from an error of the statement it was given. */
final class SqlTrouble {
    // sqlite.org/rescode.html: BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL,
    // NOTADB
    private static final Set<Integer> SQLITE_CODES = Set.of(5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26);
    // PostgreSQL's error classes: connection, rollback to repeat, out of resources, operator, system; 25006 is
    // read-only.
    private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "40", "53", "57", "58");

    private SqlTrouble() {}

    /** Returns the failure as {@link StoreUnavailableException} when the database is to blame, else as it is. */
    static RuntimeException classify(RuntimeException failure) {
        if (failure instanceof StoreUnavailableException) {
            return failure;
        }
        SQLException sql = sqlCause(failure);
        return sql != null && blamesDatabase(sql) ? unavailable(sql) : failure;
    }

    /** Tells whether the database ended a transaction so that another one could go on, and asks to repeat it (class 40). */
    static boolean gaveWay(RuntimeException failure) {
        SQLException sql = sqlCause(failure);
        String state = sql == null ? null : sql.getSQLState();
        return state != null && state.startsWith("40");
    }

    static StoreUnavailableException unavailable(Throwable cause) {
        return new StoreUnavailableException("the store is not writable: " + firstLine(cause), cause);
    }

    static String firstLine(Throwable cause) {
        SQLException sql = sqlCause(cause);
        Throwable told = sql == null ? cause : sql;
        String message = String.valueOf(told.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static boolean blamesDatabase(SQLException e) {
        String state = e.getSQLState();
        if (state != null && state.length() == 5) {
            return SQL_STATE_CLASSES.contains(state.substring(0, 2)) || state.equals("25006");
        }
        // sqlite-jdbc gives no SQL state, and extended codes in the upper bytes. Agroal's time-out has neither.
        return SQLITE_CODES.contains(e.getErrorCode() & 0xff) || e.getErrorCode() == 0;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
