package dev.basegram.bot.airtable.webhook;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a payload tells. */
public sealed interface BaseChange {
    /**
     * Something was changed by one action; a large one comes in several of these with the same transaction.
     *
     * @param at when
     * @param transaction its number in the base
     * @param source {@code client}, {@code publicApi}, {@code formSubmission}, {@code automation} … ; ours is {@code publicApi}
     * @param userId whose action; null where nobody's. Ours carries the token's user
     * @param tables what changed in which table
     * @param schemaChanged whether tables, fields or views changed too
     */
    record Action(
            Instant at,
            long transaction,
            String source,
            @Nullable String userId,
            List<TableChange> tables,
            boolean schemaChanged)
            implements BaseChange {
        /** Creates a copy of the list. */
        public Action {
            tables = List.copyOf(tables);
        }
    }

    /**
     * The webhook is broken for good, however healthy it looks: it has to be made anew and everything read anew.
     *
     * @param code {@code INVALID_FILTERS}, {@code INVALID_HOOK} or {@code INTERNAL_ERROR}
     */
    record Broken(String code) implements BaseChange {}

    /**
     * What changed in one table.
     *
     * @param table which
     * @param created new records with their cells
     * @param changed records with the cells that changed
     * @param destroyed records that are gone
     */
    record TableChange(
            TableId table,
            Map<RecordId, Map<FieldId, CellValue>> created,
            Map<RecordId, RecordDelta> changed,
            Set<RecordId> destroyed) {
        /** Creates copies. */
        public TableChange {
            created = Map.copyOf(created);
            changed = Map.copyOf(changed);
            destroyed = Set.copyOf(destroyed);
        }
    }

    /**
     * What changed in one record.
     *
     * @param current the changed cells as they are now; one that was cleared is {@link CellValue.Empty}
     * @param previous the same cells as they were, where the webhook was asked for it
     */
    record RecordDelta(Map<FieldId, CellValue> current, Map<FieldId, CellValue> previous) {
        /** Creates copies. */
        public RecordDelta {
            current = Map.copyOf(current);
            previous = Map.copyOf(previous);
        }
    }
}
