package dev.basegram.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    @ParameterizedTest
    @EnumSource
    void aFailingWriteFailsAlone(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            Database database = store.database();
            database.writeNow(h -> h.execute("CREATE TABLE t (id BIGINT PRIMARY KEY)"));
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                long id = i;
                answers.add(database.write(h -> {
                            h.execute("INSERT INTO t VALUES (?)", id);
                            if (id % 7 == 3) {
                                throw new IllegalStateException("bad " + id);
                            }
                        })
                        .subscribeAsCompletionStage());
            }
            for (int i = 0; i < 300; i++) {
                if (i % 7 == 3) {
                    CompletableFuture<Void> failed = answers.get(i);
                    assertThatThrownBy(failed::join)
                            .hasCauseInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("bad " + i);
                } else {
                    answers.get(i).join();
                }
            }
            List<Long> ids = database.read(h -> h.createQuery("SELECT id FROM t ORDER BY id")
                    .mapTo(Long.class)
                    .list());
            assertThat(ids).hasSize(300 - 43).allMatch(id -> id % 7 != 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenStatementIsTheWritesOwnErrorNotTheStores(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            assertThatThrownBy(() -> store.database().writeNow(h -> h.execute("INSERT INTO nowhere VALUES (1)")))
                    .isNotInstanceOf(StoreUnavailableException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesThatCanWaitAreCommittedWithoutAnyOthers(Engine engine) throws InterruptedException {
        try (TestStore store = TestStore.open(engine)) {
            Database database = store.database();
            database.writeNow(h -> h.execute("CREATE TABLE t (id BIGINT PRIMARY KEY)"));
            for (int i = 0; i < 20; i++) {
                long id = i;
                if (i % 5 == 0) {
                    Thread.sleep(20); // long enough for the writer to fall asleep, which must not matter
                }
                database.writeSoon(h -> h.execute("INSERT INTO t VALUES (?)", id));
                assertThat(count(database)).isEqualTo(i + 1);
            }
            assertThatThrownBy(() -> database.writeSoon(h -> {
                        throw new IllegalStateException("own");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aReadOutlivesTheEndOfAConnectionThatWasKept() {
        try (TestStore store = TestStore.open(Engine.POSTGRESQL);
                TestStore other = store.again()) {
            assertThat(seven(store.database())).isEqualTo(7);
            other.database()
                    .read(h -> h.createQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                            .mapTo(Boolean.class)
                            .list());
            assertThat(seven(store.database())).isEqualTo(7);
        }
    }

    private static Integer seven(Database database) {
        return database.read(h -> h.createQuery("SELECT 7").mapTo(Integer.class).one());
    }

    private static Integer count(Database database) {
        return database.read(h ->
                h.createQuery("SELECT count(*) FROM t").mapTo(Integer.class).one());
    }

    @Test
    void aClosedStoreIsUnavailable() {
        TestStore store = TestStore.open(Engine.SQLITE);
        store.close();
        assertThatThrownBy(() -> store.database().writeNow(_ -> {})).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void bothEnginesGetTheSameTablesAndColumns() throws SQLException {
        try (TestStore sqlite = TestStore.open(Engine.SQLITE);
                TestStore postgresql = TestStore.open(Engine.POSTGRESQL)) {
            assertThat(columns(sqlite)).isEqualTo(columns(postgresql)).containsKey("waiting_update");
        }
    }

    /** Table to column to «type class, nullable». */
    private static Map<String, Map<String, String>> columns(TestStore store) throws SQLException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (var connection = store.source().getConnection();
                var rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (rows.next()) {
                String schema = rows.getString("TABLE_SCHEM");
                String table = rows.getString("TABLE_NAME");
                if ((schema == null || schema.equals("public"))
                        && !table.startsWith("sqlite_")
                        && !table.startsWith("flyway_")
                        && isTable(store, table)) {
                    tables.computeIfAbsent(table, _ -> new HashMap<>())
                            .put(rows.getString("COLUMN_NAME"), typeClass(rows.getString("TYPE_NAME")));
                }
            }
        }
        return tables;
    }

    private static boolean isTable(TestStore store, String name) throws SQLException {
        try (var connection = store.source().getConnection();
                var rows = connection.getMetaData().getTables(null, null, name, new String[] {"TABLE"})) {
            return rows.next();
        }
    }

    private static String typeClass(String type) {
        return switch (type.toLowerCase()) {
            case "int8", "int4", "bigint", "integer", "bigserial", "int2", "smallint" -> "whole number";
            case "text", "varchar" -> "text";
            case "blob", "bytea" -> "bytes";
            case "bool", "boolean" -> "boolean";
            default -> type.toLowerCase();
        };
    }
}
