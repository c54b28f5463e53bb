package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.RowQuery;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.View;
import dev.basegram.sandbox.airtable.formula.Formula;
import dev.basegram.sandbox.airtable.formula.Parsed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list request, checked against the table.
 *
 * @param fields null for all
 * @param offset empty for the first page
 */
record ListRequest(
        RowQuery query,
        @Nullable List<Field> fields,
        int pageSize,
        int maxRecords,
        String offset,
        boolean commentCount,
        Output output) {
    private static final int MAX_PAGE = 100;

    /**
     * Reads the parameters of a query or of a {@code listRecords} body.
     *
     * @throws Refusal when one is wrong or names something that is not there
     */
    static ListRequest of(Table table, ObjectNode given) {
        View view = view(table, given.path("view"));
        RowQuery query =
                new RowQuery(view, formula(table, given.path("filterByFormula")), sorts(table, given.path("sort")));
        return new ListRequest(
                query,
                fields(table, given.path("fields")),
                number(given.path("pageSize"), MAX_PAGE, MAX_PAGE, "INVALID_PAGE_SIZE_ARGUMENT"),
                number(given.path("maxRecords"), Integer.MAX_VALUE, Integer.MAX_VALUE, "INVALID_MAX_RECORDS_ARGUMENT"),
                given.path("offset").asText(""),
                wantsCommentCount(given.path("recordMetadata")),
                Output.of(given));
    }

    private static boolean wantsCommentCount(JsonNode given) {
        boolean wanted = given.asText("").equals("commentCount");
        for (JsonNode element : given) {
            wanted |= element.asText("").equals("commentCount");
        }
        return wanted;
    }

    private static @Nullable View view(Table table, JsonNode given) {
        String view = given.asText("");
        if (view.isEmpty()) {
            return null;
        }
        return table.view(view)
                .orElseThrow(() -> Refusal.invalid(
                        view.startsWith("viw") ? "VIEW_ID_NOT_FOUND" : "VIEW_NAME_NOT_FOUND",
                        "View " + view + " not found"));
    }

    private static @Nullable Formula formula(Table table, JsonNode given) {
        String text = given.asText("");
        if (text.isBlank()) {
            return null;
        }
        return switch (Formula.parse(text, table::fieldIdInFormula)) {
            case Parsed.Ok(Formula formula) -> formula;
            case Parsed.Invalid(String reason) ->
                throw Refusal.invalid(
                        "INVALID_FILTER_BY_FORMULA", "The formula for filtering records is invalid: " + reason);
        };
    }

    private static List<View.Sort> sorts(Table table, JsonNode given) {
        if (!given.isMissingNode() && !given.isArray()) {
            throw Refusal.malformed();
        }
        List<View.Sort> sorts = new ArrayList<>();
        for (JsonNode sort : given) {
            String direction = sort.path("direction").asText("asc");
            if (!sort.path("field").isTextual() || !(direction.equals("asc") || direction.equals("desc"))) {
                throw Refusal.malformed();
            }
            sorts.add(new View.Sort(field(table, sort.path("field").textValue()).id(), direction.equals("desc")));
        }
        return sorts;
    }

    private static @Nullable List<Field> fields(Table table, JsonNode given) {
        if (given.isMissingNode() || (given.isArray() && given.isEmpty())) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        if (given.isTextual()) {
            fields.add(field(table, given.textValue()));
        }
        for (JsonNode name : given) {
            fields.add(field(table, name.asText("")));
        }
        return fields;
    }

    private static Field field(Table table, String nameOrId) {
        return table.find(nameOrId)
                .orElseThrow(() -> Refusal.invalid("UNKNOWN_FIELD_NAME", "Unknown field name: \"" + nameOrId + "\""));
    }

    private static int number(JsonNode given, int otherwise, int max, String errorType) {
        if (given.isMissingNode() || given.isNull() || given.asText().isEmpty()) {
            return otherwise;
        }
        String text = given.asText();
        boolean whole = text.matches("\\d{1,9}");
        if (!whole || Integer.parseInt(text) > max || Integer.parseInt(text) == 0) {
            throw Refusal.invalid(errorType, "The value " + text + " is invalid: use 1 to " + max + ".");
        }
        return Integer.parseInt(text);
    }
}
