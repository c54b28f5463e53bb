package dev.basegram.bot.airtable;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A view of a table: a filter, an order and a choice of fields that people of the base made.
 *
 * @param id stays when the view is renamed
 * @param name for screens only
 * @param type {@code grid}, {@code form}, {@code calendar}, {@code gallery}, {@code kanban} or another
 * @param visibleFields the fields it shows, in order; null where Airtable does not tell (all but grids)
 */
public record View(
        ViewId id, String name, String type, @Nullable List<FieldId> visibleFields) {
    /** Creates a copy of the list. */
    public View {
        visibleFields = visibleFields == null ? null : List.copyOf(visibleFields);
    }

    /** Returns the fields it shows, in order, where Airtable tells. */
    public Optional<List<FieldId>> fields() {
        return Optional.ofNullable(visibleFields);
    }

    /** Tells whether records can be listed by it; a form cannot. */
    public boolean isListing() {
        return !type.equals("form");
    }
}
