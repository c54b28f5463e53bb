package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls that change nothing and show what the token may do. */
@Singleton
public final class AccessProbes {
    private final ApiRest rest;
    private final Wire wire;
    private final RecordsApi records;
    private final String base;

    AccessProbes(@RestClient ApiRest rest, Wire wire, RecordsApi records, BotSettings settings) {
        this.rest = rest;
        this.wire = wire;
        this.records = records;
        this.base = settings.airtable().baseId();
    }

    /** Reads one record. */
    public Call<Page> oneRecord(Table table) {
        return records.list(table, new ListRequest(null, null, List.of(), List.of(), 1, null, false));
    }

    /** Updates no record at all: refused with 422 where updating is allowed, with 403 where it is not. */
    public Call<JsonNode> emptyUpdate(TableId table) {
        byte[] body = Json.bytes(Json.object().set("records", Json.object().arrayNode()));
        return wire.read("probe", () -> rest.update(base, table.value(), body), Optional::of);
    }

    /** Reads the comments of a record. */
    public Call<JsonNode> comments(TableId table, RecordId record) {
        return wire.read("probe", () -> rest.comments(base, table.value(), record.value(), 1, null), Optional::of);
    }

    /** Writes a comment without a text: refused with 422 where commenting is allowed, with 403 where it is not. */
    public Call<JsonNode> emptyComment(TableId table, RecordId record) {
        byte[] body = Json.bytes(Json.object());
        return wire.read("probe", () -> rest.comment(base, table.value(), record.value(), body), Optional::of);
    }

    /** Makes a table without a name: refused with 422 where making tables is allowed, with 403 where it is not. */
    public Call<JsonNode> namelessTable() {
        byte[] body = Json.bytes(Json.object());
        return wire.read("probe", () -> rest.createTable(base, body), Optional::of);
    }

    /** Lists the webhooks of the base. */
    public Call<JsonNode> webhooks() {
        return wire.read("probe", () -> rest.webhooks(base), Optional::of);
    }
}
