package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values of a link field: record ids, or with typecast names, of which unknown ones become new records. */
final class LinkCells {
    private final Transaction transaction;
    private final Field field;
    private final boolean typecast;
    private final Table linked;

    LinkCells(Transaction transaction, Field field, boolean typecast) {
        this.transaction = transaction;
        this.field = field;
        this.typecast = typecast;
        this.linked = transaction.base().table(field.linkedTableId());
    }

    @Nullable
    JsonNode read(JsonNode value) {
        Set<String> ids = new LinkedHashSet<>();
        if (value.isArray()) {
            value.forEach(element -> ids.add(id(element)));
        } else if (value.isTextual() && typecast) {
            for (String name : value.textValue().split(",", -1)) {
                if (!name.isBlank()) {
                    ids.add(named(name.strip()));
                }
            }
        } else {
            throw CellReader.notAccepted(field);
        }
        return Transaction.links(ids);
    }

    private String id(JsonNode element) {
        String text = element.isObject() ? element.path("id").asText("") : element.asText("");
        if (Ids.isRecordId(text)) {
            if (linked.row(text).isEmpty()) {
                throw Refusal.invalid("ROW_DOES_NOT_EXIST", "Record ID " + text + " does not exist in this table");
            }
            return text;
        }
        if (!typecast || text.isBlank()) {
            throw Refusal.invalid("INVALID_RECORD_ID", "Value \"" + text + "\" is not a valid record ID.");
        }
        return named(text);
    }

    /** The first record that is called this, else a new one. */
    private String named(String name) {
        Computation computation = new Computation(transaction.base(), Clock.fixed(transaction.now(), ZoneOffset.UTC));
        Optional<Row> known = linked.rows().stream()
                .filter(row -> computation.name(linked, row).equalsIgnoreCase(name))
                .findFirst();
        return known.orElseGet(() -> create(name)).id();
    }

    private Row create(String name) {
        Field primary = linked.primaryField();
        if (primary.type().isComputed()) {
            throw CellReader.notAccepted(field);
        }
        Row row = transaction.insert(linked);
        JsonNode cell =
                new CellReader(transaction, true).read(linked, row, primary, JsonNodeFactory.instance.textNode(name));
        transaction.set(linked, row, primary, cell);
        return row;
    }
}
