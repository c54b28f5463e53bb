package dev.basegram.bot.airtable;

import java.time.Instant;

/**
 * A comment on a record.
 *
 * @param id {@code com…}
 * @param text with mentions as {@code @[usr…]}
 * @param author always the token's user for those we write
 * @param created when
 */
public record Comment(String id, String text, Collaborator author, Instant created) {}
