package dev.basegram.sandbox.airtable;

/** What became of an edit that a person made in Airtable's own page. */
public sealed interface EditOutcome {

    /** The row as it is now. */
    record Saved(Shown.Row row) implements EditOutcome {}

    /** The row is gone. */
    record Deleted(String recordId) implements EditOutcome {}

    /**
     * Nothing was changed.
     *
     * @param type Airtable's error type, such as {@code INVALID_VALUE_FOR_COLUMN}
     * @param message the reason in words
     */
    record Refused(String type, String message) implements EditOutcome {}
}
