package dev.basegram.bot.airtable;

import org.jspecify.annotations.Nullable;

/**
 * An option of a select field.
 *
 * @param id {@code sel…}; stays when the option is renamed
 * @param name what records hold, exact
 * @param color such as {@code blueLight2}; null where the base shows none
 */
public record SelectChoice(String id, String name, @Nullable String color) {}
