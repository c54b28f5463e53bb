package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.TableId;
import java.time.Instant;

/**
 * A record that somebody was about to make.
 *
 * @param key names the creation, and is the mark that the record carries if it was made
 * @param at when
 * @param personId who, by Telegram's id
 * @param personName who, by the name they had
 * @param cells what was to go into it, as {@link IntendedCells} writes it
 */
public record IntendedRecord(String key, Instant at, long personId, String personName, TableId table, String cells) {}
