package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.RecordId;
import java.util.Map;

/**
 * A person, a rule or an invitation that the bot keeps itself, as a row of {@link KeptTable}.
 *
 * @param id stands for the row, as a record's id does
 * @param called what people call it
 * @param cells by column, in words; ids of tables, fields and views stay ids, since names change. Nothing for an empty cell
 */
public record KeptRow(KeptTable table, RecordId id, String called, Map<String, String> cells) {
    /** Creates a copy of the cells. */
    public KeptRow {
        cells = Map.copyOf(cells);
    }
}
