package dev.basegram.bot.access.tables;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of a settings table, read by column names, whatever types the operator gave the columns. */
final class SettingsRow {
    private final Table table;
    private final AirtableRecord record;

    SettingsRow(Table table, AirtableRecord record) {
        this.table = table;
        this.record = record;
    }

    RecordId id() {
        return record.id();
    }

    RowProblem problem(String wrong) {
        String name =
                textOf(record.cell(table.primaryField())).map(String::strip).orElse("");
        return new RowProblem(table.name(), table.id(), record.id(), name, wrong);
    }

    private CellValue cell(String column) {
        return table.fieldNamed(column).map(Field::id).map(record::cell).orElse(CellValue.empty());
    }

    /** Returns a column as trimmed text; empty for a missing column, an empty cell, or something that is no text. */
    Optional<String> text(String column) {
        return textOf(cell(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> textOf(CellValue cell) {
        return switch (cell) {
            case CellValue.Text(String text) -> Optional.of(text);
            case CellValue.RichText(String markdown) -> Optional.of(markdown);
            case CellValue.Choice(String name) -> Optional.of(name);
            case CellValue.Choices(List<String> names) -> Optional.of(String.join("\n", names));
            case CellValue.Numeric number -> Optional.of(number.value().toPlainString());
            case CellValue.Values(List<CellValue> values) ->
                Optional.of(
                        values.stream().flatMap(value -> textOf(value).stream()).collect(Collectors.joining("\n")));
            default -> Optional.empty();
        };
    }

    boolean ticked(String column) {
        return cell(column) instanceof CellValue.Checkbox(boolean checked) && checked;
    }

    /** Tells whether the settings table has a column: one that is not there is not a tick left out. */
    boolean has(String column) {
        return table.fieldNamed(column).isPresent();
    }

    /** Returns the one linked record of a column. */
    Optional<RecordId> link(String column) {
        return cell(column) instanceof CellValue.Links(List<RecordId> records) && records.size() == 1
                ? Optional.of(records.getFirst())
                : Optional.empty();
    }
}
