package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.airtable.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a row of {@code Bot Audit}, whose columns are When, Who, Telegram id, Action, Table, Record, Link, Field, Old and New.
 * Any of them may be missing; each may be a text, and where it fits a number, a date or an address.
 */
final class AuditCells {
    private final Schema schema;
    private final Table mirror;
    private final IdNames names;

    AuditCells(Schema schema, Table mirror) {
        this.schema = schema;
        this.mirror = mirror;
        this.names = new IdNames(schema.tables());
    }

    Map<FieldId, CellValue> of(AuditEntry entry) {
        Optional<KeptTable> kept = KeptTable.of(entry.table());
        Optional<Table> table = kept.map(KeptTable::table).or(() -> schema.table(entry.table()));
        String tableName = table.map(Table::name).orElseGet(entry.table()::toString);
        String fieldName = entry.field()
                .map(id ->
                        table.flatMap(found -> found.field(id)).map(Field::name).orElseGet(id::toString))
                .orElse("");
        Map<FieldId, CellValue> cells = new HashMap<>();
        put(cells, "When", entry.at());
        String id = Long.toString(entry.personId());
        boolean apart = mirror.fieldNamed("Telegram id").isPresent();
        put(cells, "Who", apart ? entry.personName() : entry.personName() + " (" + id + ")");
        put(cells, "Telegram id", id);
        put(cells, "Action", entry.operation().name().toLowerCase(Locale.ROOT));
        put(cells, "Table", tableName);
        put(
                cells,
                "Record",
                kept.isPresent() ? value(kept, entry.called()) : entry.record().toString());
        if (kept.isEmpty()) {
            put(cells, "Link", "https://airtable.com/" + schema.base() + "/" + entry.table() + "/" + entry.record());
        }
        put(cells, "Field", fieldName);
        put(cells, "Old", value(kept, entry.before()));
        put(cells, "New", value(kept, entry.after()));
        return cells;
    }

    private @Nullable String value(Optional<KeptTable> kept, @Nullable String value) {
        return value == null || kept.isEmpty() ? value : names.in(value);
    }

    private void put(Map<FieldId, CellValue> cells, String column, Instant at) {
        mirror.fieldNamed(column).ifPresent(field -> {
            switch (field.type()) {
                case FieldType.DateTime _ -> cells.put(field.id(), new CellValue.DateTime(at));
                case FieldType.Date _ ->
                    cells.put(
                            field.id(),
                            new CellValue.Date(at.atZone(ZoneOffset.UTC).toLocalDate()));
                default -> put(cells, column, at.toString());
            }
        });
    }

    private void put(Map<FieldId, CellValue> cells, String column, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        mirror.fieldNamed(column).ifPresent(field -> {
            switch (field.type()) {
                case FieldType.SingleLineText _, FieldType.MultilineText _, FieldType.Url _ ->
                    cells.put(field.id(), new CellValue.Text(text));
                case FieldType.RichText _ -> cells.put(field.id(), new CellValue.RichText(text));
                case FieldType.Numeric _
                when text.matches("\\d{1,15}") -> cells.put(field.id(), CellValue.Numeric.of(Long.parseLong(text)));
                case FieldType.SingleSelect(List<SelectChoice> choices)
                when choices.stream().anyMatch(choice -> choice.name().equals(text)) ->
                    cells.put(field.id(), new CellValue.Choice(text));
                default -> {
                    // A column of another type is the operator's own.
                }
            }
        });
    }
}
