package dev.basegram.sandbox.airtable.formula;

import java.time.Instant;
import java.util.Set;

/** The row that a formula is worked out for. */
public interface FormulaRow {
    /** A field's value; {@link Value#BLANK} when empty. */
    Value field(String fieldId);

    /** The record's id. */
    String recordId();

    /** When the record was made. */
    Instant createdTime();

    /**
     * When a person or a program last changed one of these fields.
     *
     * @param fieldIds empty for any field
     */
    Instant lastModifiedTime(Set<String> fieldIds);
}
