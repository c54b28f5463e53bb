package dev.basegram.bot.airtable;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of the base.
 *
 * @param id stays when the table is renamed
 * @param name for screens only
 * @param description what the base says about it; null where nothing
 * @param primaryField the field that names a record
 * @param fields in the order of the base
 * @param views in the order of the base
 */
public record Table(
        TableId id,
        String name,
        @Nullable String description,
        FieldId primaryField,
        List<Field> fields,
        List<View> views) {
    /** Creates copies of the lists. */
    public Table {
        fields = List.copyOf(fields);
        views = List.copyOf(views);
    }

    /** Returns a field by its id; empty where the base no longer has it. */
    public Optional<Field> field(FieldId id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** Returns a field by its exact name; for settings that name fields, never for data. */
    public Optional<Field> fieldNamed(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Returns the field that names a record. */
    public Optional<Field> primary() {
        return field(primaryField);
    }

    /** Returns a view by its id; empty where the base no longer has it. */
    public Optional<View> view(ViewId id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }
}
