package dev.basegram.sandbox.airtable;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person sees of a base in Airtable's own page: names, rows and the text of every cell. */
public final class Shown {
    private Shown() {}

    /** One base with its tables, rows left out. */
    @RegisterForReflection
    public record Base(String id, String name, List<Table> tables) {}

    /**
     * One table without its rows.
     *
     * @param rowCount all rows, whatever a view hides
     */
    @RegisterForReflection
    public record Table(
            String id,
            String name,
            @Nullable String description,
            String primaryFieldId,
            int rowCount,
            List<Field> fields,
            List<View> views) {}

    /**
     * One field.
     *
     * @param type the API's name of the field type, such as {@code singleSelect}
     * @param computed whether Airtable works the value out, so that nobody can type one
     * @param options the field's options as the schema endpoint gives them; null where the type has none
     */
    @RegisterForReflection
    public record Field(
            String id,
            String name,
            String type,
            boolean computed,
            @Nullable String description,
            @Nullable JsonNode options) {}

    /** One view; {@code type} is {@code grid}, {@code form}, … */
    @RegisterForReflection
    public record View(String id, String name, String type) {}

    /**
     * A view's grid: the columns and rows it shows, in its order.
     *
     * @param view the view shown; null when the whole table was asked for
     */
    @RegisterForReflection
    public record Grid(Table table, @Nullable View view, List<Field> columns, List<Row> rows) {}

    /** One row; cells by field id, empty cells absent. */
    @RegisterForReflection
    public record Row(String id, String createdTime, Map<String, Cell> cells) {}

    /**
     * One cell.
     *
     * @param value as the API returns it
     * @param text as the grid shows it
     */
    @RegisterForReflection
    public record Cell(JsonNode value, String text) {}
}
