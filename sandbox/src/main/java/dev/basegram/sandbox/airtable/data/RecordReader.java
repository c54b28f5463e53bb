package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Comment;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.FieldType;
import dev.basegram.sandbox.airtable.base.Ids;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.RecordWriter;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Transaction;
import dev.basegram.sandbox.airtable.base.User;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads records: first every row without its links, then the links, by record id or by name. Values are understood as
 * with typecast; those of computed fields are passed over, since an export holds them and they are worked out anew.
 */
final class RecordReader {
    private final Base base;
    private final Instant now;
    private final Map<Row, JsonNode> links = new LinkedHashMap<>();

    RecordReader(Base base, Instant now) {
        this.base = base;
        this.now = now;
    }

    void read(Map<Table, JsonNode> tables) {
        tables.forEach((table, definition) -> {
            int position = 0;
            for (JsonNode record : definition.path("records")) {
                position++;
                readRow(table, record, position);
            }
        });
        LinkNames names = new LinkNames(base, now);
        tables.keySet().forEach(table -> table.rows().forEach(row -> linkRow(table, row, names)));
    }

    private void readRow(Table table, JsonNode record, int position) {
        String where = "Table \"" + table.name() + "\", record " + position;
        Instant created = time(where, record.path("createdTime"), now);
        User author = base.user(record.path("createdBy").asText("")).orElse(base.owner());
        long number = number(table, record);
        String id = record.path("id").asText(Ids.named("rec", table.name() + "/" + position));
        Row row = new Row(id, created, author.id(), number);
        table.put(row);
        comments(where, row, record.path("comments"));
        if (record.path("cells").isObject()) {
            restore(where, row, record);
            return;
        }
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        ObjectNode linking = JsonNodeFactory.instance.objectNode();
        record.path("fields").properties().forEach(entry -> {
            Field field = table.find(entry.getKey())
                    .orElseThrow(() -> new IllegalArgumentException(
                            where + " has a value for \"" + entry.getKey() + "\", which is no field of the table"));
            if (!field.type().isComputed()) {
                boolean link = field.type() == FieldType.MULTIPLE_RECORD_LINKS;
                (link ? linking : plain).set(field.id(), entry.getValue());
            }
        });
        keepFiles(table, row, plain);
        links.put(row, linking);
        write(where, table, row, plain, time(where, record.path("lastModifiedTime"), created));
    }

    /** The auto number that the record had, else the next one. */
    private static long number(Table table, JsonNode record) {
        for (Field field : table.fields()) {
            JsonNode fields = record.path("fields");
            JsonNode exported = fields.has(field.id()) ? fields.path(field.id()) : fields.path(field.name());
            if (field.type() == FieldType.AUTO_NUMBER && exported.isIntegralNumber()) {
                return exported.longValue();
            }
        }
        return record.has("number") ? record.path("number").asLong() : table.nextNumber();
    }

    /** Files whose bytes are here already are put back as they were kept. */
    private static void keepFiles(Table table, Row row, ObjectNode fields) {
        for (Field field : table.fields()) {
            boolean kept = fields.path(field.id()).path(0).has("size");
            if (field.type() == FieldType.MULTIPLE_ATTACHMENTS && kept) {
                row.restore(Map.of(field.id(), fields.path(field.id())), Map.of());
                fields.remove(field.id());
            }
        }
    }

    private void linkRow(Table table, Row row, LinkNames names) {
        JsonNode linking = links.get(row);
        if (linking != null && !linking.isEmpty()) {
            ObjectNode byId = JsonNodeFactory.instance.objectNode();
            linking.properties()
                    .forEach(entry ->
                            byId.set(entry.getKey(), names.resolved(table.field(entry.getKey()), entry.getValue())));
            write("Table \"" + table.name() + "\", record " + row.id(), table, row, byId, row.createdTime());
        }
    }

    private void write(String where, Table table, Row row, JsonNode fields, Instant at) {
        Transaction transaction = new Transaction(base, new Origin("client", row.createdBy()), at);
        try {
            new RecordWriter(transaction, table, true).update(row.id(), fields, RecordWriter.Mode.PATCH);
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(where + ": " + refusal.text(), refusal);
        }
    }

    private static void restore(String where, Row row, JsonNode record) {
        Map<String, JsonNode> cells = new HashMap<>();
        record.path("cells").properties().forEach(entry -> cells.put(entry.getKey(), entry.getValue()));
        Map<String, Row.Edit> edits = new HashMap<>();
        record.path("edits")
                .properties()
                .forEach(entry -> edits.put(
                        entry.getKey(),
                        new Row.Edit(
                                time(where, entry.getValue().path("at"), row.createdTime()),
                                entry.getValue().path("by").asText())));
        row.restore(cells, edits);
    }

    private void comments(String where, Row row, JsonNode comments) {
        for (JsonNode comment : comments) {
            String id = comment.path("id")
                    .asText(Ids.named("com", row.id() + row.comments().size()));
            User author = base.user(comment.path("author").asText("")).orElse(base.owner());
            JsonNode edited = comment.path("lastUpdatedTime");
            String parent = comment.path("parentCommentId").asText("");
            row.comments()
                    .add(new Comment(
                            id,
                            comment.path("text").asText(),
                            author,
                            time(where, comment.path("createdTime"), row.createdTime()),
                            edited.isTextual() ? time(where, edited, now) : null,
                            parent.isEmpty() ? null : parent));
        }
    }

    private static Instant time(String where, JsonNode value, Instant otherwise) {
        if (!value.isTextual()) {
            return otherwise;
        }
        try {
            return Instant.parse(value.textValue());
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    where + ": \"" + value.textValue() + "\" is no time such as 2026-01-31T09:30:00.000Z", malformed);
        }
    }
}
