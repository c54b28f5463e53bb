package dev.basegram.bot.airtable;

import org.jspecify.annotations.Nullable;

/**
 * A field of a table.
 *
 * @param id stays when the field is renamed
 * @param name for screens only; may hold quotes, braces, line breaks and emoji
 * @param description what the base says about it; null where nothing
 * @param type what it holds
 */
public record Field(FieldId id, String name, @Nullable String description, FieldType type) {
    /** Tells whether people may fill it in. */
    public boolean isEditable() {
        return type.isEditable();
    }
}
