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
