package dev.basegram.bot.airtable;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a change that Airtable was able to take. */
public sealed interface UpdateOutcome {
    /**
     * Saved.
     *
     * @param record as it is now
     * @param before as it was, where it had to be read first or memory had it; null where unknown
     */
    record Saved(AirtableRecord record, @Nullable AirtableRecord before) implements UpdateOutcome {
        /** Returns what the record was before, where known. */
        public Optional<AirtableRecord> previous() {
            return Optional.ofNullable(before);
        }
    }

    /**
     * Somebody changed a touched field meanwhile; nothing was written.
     *
     * @param current the record as it is now
     * @param fields the touched fields that hold something else than expected
     */
    record Conflict(AirtableRecord current, Set<FieldId> fields) implements UpdateOutcome {
        /** Creates a copy of the set. */
        public Conflict {
            fields = Set.copyOf(fields);
        }
    }
}
