package dev.basegram.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A Telegram user, as the update shows them; nothing here but the id is to be trusted.
 *
 * @param name first and last name as they wrote it
 * @param languageCode the IETF tag of their app; null when Telegram does not tell
 */
public record Person(long id, String name, @Nullable String languageCode) {}
