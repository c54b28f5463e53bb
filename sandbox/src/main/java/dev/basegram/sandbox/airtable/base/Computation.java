package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.formula.FormulaRow;
import dev.basegram.sandbox.airtable.formula.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Works out what a cell is worth to a formula: a kept cell as it is, a computed one from the rows it stands on. */
public final class Computation {
    /** What a rollup's aggregation calls the values it works on. */
    static final String VALUES = "values";

    private final Base base;
    private final Clock clock;
    private final Set<String> underWay = new HashSet<>();

    /** For one request; {@code clock} answers NOW and TODAY. */
    public Computation(Base base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /** The base it works on. */
    Base base() {
        return base;
    }

    /** The clock of NOW and TODAY. */
    public Clock clock() {
        return clock;
    }

    /** A row as a formula of its table sees it. */
    public FormulaRow row(Table table, Row row) {
        return new TableRow(table, row, null);
    }

    /** A cell's value; a field that depends on itself is an error. */
    public Value value(Table table, Row row, Field field) {
        return switch (field.type()) {
            case FORMULA -> guarded(field, row, () -> formula(field, new TableRow(table, row, null)));
            case ROLLUP ->
                guarded(field, row, () -> formula(field, new TableRow(table, row, linked(table, row, field))));
            case MULTIPLE_LOOKUP_VALUES -> guarded(field, row, () -> linked(table, row, field));
            case COUNT -> Value.number(linkedRows(table, row, field).size());
            case AUTO_NUMBER -> Value.number(row.number());
            case CREATED_TIME -> Value.moment(row.createdTime());
            case LAST_MODIFIED_TIME -> Value.moment(lastEdit(table, row, field).at());
            case CREATED_BY -> userName(row.createdBy());
            case LAST_MODIFIED_BY -> userName(lastEdit(table, row, field).by());
            case MULTIPLE_RECORD_LINKS -> names(row, field);
            default -> kept(field, row.cell(field.id()));
        };
    }

    private interface Step {
        Value value();
    }

    private Value guarded(Field field, Row row, Step step) {
        String key = field.id() + row.id();
        if (!underWay.add(key)) {
            return Value.ERROR;
        }
        try {
            return step.value();
        } finally {
            underWay.remove(key);
        }
    }

    private Value formula(Field field, FormulaRow row) {
        return field.formula() == null ? Value.ERROR : field.formula().evaluate(row, clock);
    }

    /** The values of the field that a lookup or a rollup brings over, one by one, blanks left out. */
    private Value linked(Table table, Row row, Field field) {
        Optional<Table> target = linkField(table, field).map(link -> base.table(link.linkedTableId()));
        Optional<Field> brought = target.flatMap(other -> other.find(field.option("fieldIdInLinkedTable")));
        if (target.isEmpty() || brought.isEmpty()) {
            return Value.ERROR;
        }
        List<Value> values = new ArrayList<>();
        for (Row other : linkedRows(table, row, field)) {
            Value value = value(target.get(), other, brought.get());
            if (value instanceof Value.Items(List<Value> inner)) {
                values.addAll(inner);
            } else if (!(value instanceof Value.Blank)) {
                values.add(value);
            }
        }
        return new Value.Items(values);
    }

    /** The rows that a count, lookup or rollup goes over. */
    List<Row> linkedRows(Table table, Row row, Field field) {
        Optional<Field> link = linkField(table, field);
        return link.map(found -> rowsBehind(row, found)).orElse(List.of());
    }

    private List<Row> rowsBehind(Row row, Field link) {
        Table target = base.table(link.linkedTableId());
        return row.links(link.id()).stream()
                .flatMap(recordId -> target.row(recordId).stream())
                .toList();
    }

    private static Optional<Field> linkField(Table table, Field field) {
        return table.find(field.option("recordLinkFieldId"));
    }

    /** A link is its records' names, joined. */
    private Value names(Row row, Field link) {
        List<String> names =
                rowsBehind(row, link).stream().map(other -> name(link, other)).toList();
        return names.isEmpty() ? Value.BLANK : Value.text(String.join(", ", names));
    }

    private String name(Field link, Row row) {
        return name(base.table(link.linkedTableId()), row);
    }

    /** What a row is called: its primary field as text. */
    public String name(Table table, Row row) {
        return dev.basegram.sandbox.airtable.formula.Coercion.text(value(table, row, table.primaryField()));
    }

    /** The latest change to the fields that a last-modified field watches; the row's making when there was none. */
    Row.Edit lastEdit(Table table, Row row, Field field) {
        Set<String> watched = new HashSet<>();
        field.options().path("referencedFieldIds").forEach(id -> watched.add(id.asText()));
        return lastEdit(table, row, watched);
    }

    private static Row.Edit lastEdit(Table table, Row row, Set<String> watched) {
        Collection<String> fields =
                watched.isEmpty() ? table.fields().stream().map(Field::id).toList() : watched;
        return row.lastEdit(fields).orElse(new Row.Edit(row.createdTime(), row.createdBy()));
    }

    private Value userName(String userId) {
        return base.user(userId).map(user -> Value.text(user.name())).orElse(Value.BLANK);
    }

    /** A cell that is kept, whatever row it is in. */
    private Value kept(Field field, @Nullable JsonNode cell) {
        if (cell == null) {
            return Value.BLANK;
        }
        return switch (field.type()) {
            case NUMBER, CURRENCY, PERCENT, DURATION, RATING -> Value.number(cell.doubleValue());
            case CHECKBOX -> new Value.Flag(cell.booleanValue());
            case DATE ->
                Value.date(LocalDate.parse(cell.textValue()).atStartOfDay().toInstant(ZoneOffset.UTC));
            case DATE_TIME -> Value.moment(Instant.parse(cell.textValue()));
            case SINGLE_SELECT -> Value.text(choiceName(field, cell));
            case SINGLE_COLLABORATOR -> userName(cell.asText());
            case BARCODE -> Value.text(cell.path("text").asText());
            case MULTIPLE_SELECTS -> joined(cell, choice -> choiceName(field, choice));
            case MULTIPLE_COLLABORATORS ->
                joined(cell, user -> base.user(user.asText()).map(User::name).orElse(""));
            case MULTIPLE_ATTACHMENTS ->
                joined(cell, file -> file.path("filename").asText());
            default -> Value.text(cell.asText());
        };
    }

    private static String choiceName(Field field, JsonNode choiceId) {
        return field.choice(choiceId.asText()).map(Choice::name).orElse("");
    }

    private static Value joined(JsonNode cell, java.util.function.Function<JsonNode, String> text) {
        return Value.text(String.join(
                ", ", StreamSupport.stream(cell.spliterator(), false).map(text).toList()));
    }

    private final class TableRow implements FormulaRow {
        private final Table table;
        private final Row row;
        private final @Nullable Value values;

        TableRow(Table table, Row row, @Nullable Value values) {
            this.table = table;
            this.row = row;
            this.values = values;
        }

        @Override
        public Value field(String fieldId) {
            if (values != null && fieldId.equals(VALUES)) {
                return values;
            }
            return table.find(fieldId).map(field -> value(table, row, field)).orElse(Value.ERROR);
        }

        @Override
        public String recordId() {
            return row.id();
        }

        @Override
        public Instant createdTime() {
            return row.createdTime();
        }

        @Override
        public Instant lastModifiedTime(Set<String> fieldIds) {
            return lastEdit(table, row, fieldIds).at();
        }
    }
}
