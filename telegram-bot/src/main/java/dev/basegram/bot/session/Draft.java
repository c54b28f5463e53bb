package dev.basegram.bot.session;

import java.time.Instant;

/**
 * A form that is not saved yet.
 *
 * @param id 1–16 characters of {@code 0-9a-z}
 * @param personId whose
 * @param chatId where it was last worked on
 * @param table Airtable's id of the table it is for
 * @param state how far it is; the chat's business
 * @param updatedAt when it was last worked on
 */
public record Draft(String id, long personId, long chatId, String table, String state, Instant updatedAt) {}
