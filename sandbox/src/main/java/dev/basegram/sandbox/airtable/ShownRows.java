package dev.basegram.sandbox.airtable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.base.AttachmentUrls;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.CellJson;
import dev.basegram.sandbox.airtable.base.CellText;
import dev.basegram.sandbox.airtable.base.Computation;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Timestamps;
import dev.basegram.sandbox.airtable.base.View;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows as a person sees them. */
final class ShownRows {
    private final Computation computation;
    private final CellJson cells;
    private final CellText texts;

    ShownRows(Base base, Clock clock, AttachmentUrls urls) {
        this.computation = new Computation(base, clock);
        this.cells = new CellJson(computation, urls);
        this.texts = new CellText(computation, cells, ZoneOffset.UTC, Locale.ENGLISH);
    }

    Computation computation() {
        return computation;
    }

    Shown.Grid grid(Table table, @Nullable View view, List<Row> rows) {
        List<String> visible = view == null || view.visibleFieldIds() == null
                ? table.fields().stream().map(Field::id).toList()
                : view.visibleFieldIds();
        List<Shown.Field> columns = visible.stream()
                .flatMap(fieldId -> table.find(fieldId).stream())
                .map(ShownBases::of)
                .toList();
        return new Shown.Grid(
                ShownBases.of(table),
                view == null ? null : ShownBases.of(view),
                columns,
                rows.stream().map(row -> row(table, row)).toList());
    }

    Shown.Row row(Table table, Row row) {
        Map<String, Shown.Cell> shown = new LinkedHashMap<>();
        for (Field field : table.fields()) {
            JsonNode value = cells.cell(table, row, field);
            if (value != null) {
                String text = Objects.requireNonNullElse(texts.text(table, row, field), "");
                shown.put(field.id(), new Shown.Cell(value, text));
            }
        }
        return new Shown.Row(row.id(), Timestamps.iso(row.createdTime()), shown);
    }
}
