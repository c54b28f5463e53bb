package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Ids;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.View;
import dev.basegram.sandbox.airtable.formula.Formula;
import dev.basegram.sandbox.airtable.formula.Parsed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads views; a table without any gets a grid of everything. */
final class ViewReader {

    void read(Table table, JsonNode definition) {
        for (JsonNode view : definition.path("views")) {
            String name = view.path("name").asText("");
            Formula filter = filter(table, name, view.path("filter").asText(""));
            table.put(new View(
                    view.path("id").asText(Ids.named("viw", table.name() + "/" + name)),
                    name,
                    view.path("type").asText("grid"),
                    visible(table, view.path("visibleFieldIds")),
                    filter,
                    filter == null ? null : filter.withFieldIds(),
                    sorts(table, view.path("sorts"))));
        }
        if (table.views().isEmpty()) {
            table.put(new View(
                    Ids.named("viw", table.name() + "/Grid view"), "Grid view", "grid", null, null, null, List.of()));
        }
    }

    private static @Nullable Formula filter(Table table, String view, String text) {
        if (text.isBlank()) {
            return null;
        }
        return switch (Formula.parse(text, table::fieldIdInFormula)) {
            case Parsed.Ok(Formula formula) -> formula;
            case Parsed.Invalid(String reason) ->
                throw new IllegalArgumentException(
                        "Filter of view \"" + view + "\" of table \"" + table.name() + "\": " + reason);
        };
    }

    private static @Nullable List<String> visible(Table table, JsonNode names) {
        if (!names.isArray()) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        names.forEach(name -> ids.add(field(table, name.asText()).id()));
        return ids;
    }

    private static List<View.Sort> sorts(Table table, JsonNode given) {
        List<View.Sort> sorts = new ArrayList<>();
        for (JsonNode sort : given) {
            sorts.add(new View.Sort(
                    field(table, sort.path("field").asText()).id(),
                    sort.path("direction").asText("asc").equals("desc")));
        }
        return sorts;
    }

    private static Field field(Table table, String nameOrId) {
        return table.find(nameOrId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A view of table \"" + table.name() + "\" names \"" + nameOrId + "\", which is no field"));
    }
}
