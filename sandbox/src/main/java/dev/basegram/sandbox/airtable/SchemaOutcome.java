package dev.basegram.sandbox.airtable;

/** What became of a change to fields that a person made in Airtable's own page. */
public sealed interface SchemaOutcome {

    /** The table as it is now. */
    record Changed(Shown.Table table) implements SchemaOutcome {}

    /** Nothing was changed; {@code type} is Airtable's error type. */
    record Refused(String type, String message) implements SchemaOutcome {}
}
