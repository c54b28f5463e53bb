package dev.basegram.bot.ops.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the schema as it was when somebody last asked what has changed. Reads block their thread. */
@Singleton
class SeenSchema {
    private final Database database;
    private final String base;

    SeenSchema(Database database, BotSettings settings) {
        this.database = database;
        this.base = settings.airtable().baseId();
    }

    /**
     * What was seen.
     *
     * @param at when
     */
    record Look(Instant at, Map<String, SchemaChange.Seen> tables) {}

    Optional<Look> last() {
        return database.read(handle -> handle.createQuery("SELECT at, tables FROM schema_seen WHERE base_id = :base")
                .bind("base", base)
                .map((row, _) -> new Look(Instant.ofEpochMilli(row.getLong(1)), read(row.getString(2))))
                .findOne());
    }

    StoreWrite remember(Instant at, Map<String, SchemaChange.Seen> tables) {
        String json = write(tables);
        return handle -> handle.createUpdate("""
                        INSERT INTO schema_seen (base_id, at, tables) VALUES (:base, :at, :tables)
                        ON CONFLICT (base_id) DO UPDATE SET at = excluded.at, tables = excluded.tables""")
                .bind("base", base)
                .bind("at", at.toEpochMilli())
                .bind("tables", json)
                .execute();
    }

    private static String write(Map<String, SchemaChange.Seen> tables) {
        ObjectNode root = Json.object();
        tables.forEach((id, table) -> {
            ObjectNode node = root.putObject(id).put("name", table.name());
            ObjectNode fields = node.putObject("fields");
            table.fields()
                    .forEach((field, seen) ->
                            fields.putObject(field).put("name", seen.name()).put("type", seen.type()));
        });
        return new String(Json.bytes(root), StandardCharsets.UTF_8);
    }

    private static Map<String, SchemaChange.Seen> read(String text) {
        JsonNode root = Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
        Map<String, SchemaChange.Seen> tables = new LinkedHashMap<>();
        root.properties().forEach(entry -> {
            Map<String, SchemaChange.SeenField> fields = new LinkedHashMap<>();
            entry.getValue()
                    .path("fields")
                    .properties()
                    .forEach(field -> fields.put(
                            field.getKey(),
                            new SchemaChange.SeenField(
                                    field.getValue().path("name").asText(),
                                    field.getValue().path("type").asText())));
            tables.put(
                    entry.getKey(),
                    new SchemaChange.Seen(entry.getValue().path("name").asText(), fields));
        });
        return tables;
    }
}
