package dev.basegram.bot.chat.screen;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record on one line: its name, then up to two more fields. */
public final class RowLine {
    private static final int SUMMARY_FIELDS = 2;
    private static final int LONGEST_NAME = 48;
    private static final int LONGEST_CELL = 32;

    private final Table table;
    private final List<Field> summary;
    private final CellText cells;
    private final Speech speech;

    /**
     * Creates a writer of lines.
     *
     * @param view whose fields say what matters; null for the table's own order
     */
    public RowLine(Table table, @Nullable View view, CellText cells, Speech speech) {
        this.table = table;
        this.summary = summaryFields(table, view);
        this.cells = cells;
        this.speech = speech;
    }

    /** Returns the fields that a line shows after the name. */
    public static List<Field> summaryFields(Table table, @Nullable View view) {
        List<Field> order = Optional.ofNullable(view)
                .flatMap(View::fields)
                .map(ids ->
                        ids.stream().map(table::field).flatMap(Optional::stream).toList())
                .orElse(table.fields());
        return order.stream()
                .filter(field -> !field.id().equals(table.primaryField()))
                .filter(field -> fitsALine(field.type()))
                .limit(SUMMARY_FIELDS)
                .toList();
    }

    private static boolean fitsALine(FieldType type) {
        return switch (type) {
            case FieldType.MultilineText _,
                    FieldType.RichText _,
                    FieldType.Attachments _,
                    FieldType.Button _,
                    FieldType.AiText _,
                    FieldType.Checkbox _,
                    FieldType.Unknown _ -> false;
            default -> true;
        };
    }

    /** Returns the line. */
    public Html of(AirtableRecord record) {
        Html line = Html.of(name(record));
        for (Field field : summary) {
            CellValue value = record.cell(field.id());
            if (!value.isEmpty()) {
                line = line.plus(" · ")
                        .plus(Html.of(cells.line(field.type(), value)).shortened(LONGEST_CELL));
            }
        }
        return line;
    }

    /** Returns the record's name: its primary field, or words that say it has none. */
    public String name(AirtableRecord record) {
        return name(table, record, cells, speech);
    }

    /** Returns the name of a record: its primary field, or words that say it has none. */
    public static String name(Table table, AirtableRecord record, CellText cells, Speech speech) {
        CellValue value = record.cell(table.primaryField());
        return value.isEmpty()
                ? speech.label(Phrase.UNNAMED)
                : table.primary()
                        .map(field -> Html.of(cells.line(field.type(), value))
                                .shortened(LONGEST_NAME)
                                .plain())
                        .orElseGet(() -> speech.label(Phrase.UNNAMED));
    }
}
