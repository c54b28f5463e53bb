package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.base.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The shapes of batches: arrays of one to ten records. */
final class Batches {
    private Batches() {}

    static List<JsonNode> creates(JsonNode records) {
        return checked(
                records,
                record -> record.path("fields").isObject(),
                "You must provide an array of up to 10 record objects, each with a \"fields\" object for cell values.");
    }

    static List<JsonNode> updates(JsonNode records) {
        return checked(
                records,
                record -> record.path("id").isTextual() && record.path("fields").isObject(),
                "You must provide an array of up to 10 record objects, each with an \"id\" ID field and a \"fields\" "
                        + "object for cell values.");
    }

    /** For an upsert a record may come without an id. */
    static List<JsonNode> upserts(JsonNode records) {
        return checked(
                records,
                record -> record.path("fields").isObject(),
                "You must provide an array of up to 10 record objects, each with a \"fields\" object for cell values.");
    }

    static List<String> deletes(JsonNode records) {
        List<String> ids = new ArrayList<>();
        if (records.isTextual()) {
            ids.add(records.textValue());
        }
        records.forEach(id -> ids.add(id.asText("")));
        if (ids.isEmpty() || ids.size() > WriteEndpoints.MAX_BATCH) {
            throw Refusal.invalid("INVALID_RECORDS", "You must provide an array of up to 10 record IDs.");
        }
        return ids;
    }

    private static List<JsonNode> checked(JsonNode records, Predicate<JsonNode> shape, String message) {
        List<JsonNode> list = new ArrayList<>();
        records.forEach(list::add);
        if (!records.isArray()
                || list.isEmpty()
                || list.size() > WriteEndpoints.MAX_BATCH
                || !list.stream().allMatch(shape)) {
            throw Refusal.invalid("INVALID_RECORDS", message);
        }
        return list;
    }
}
