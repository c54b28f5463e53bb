package dev.basegram.sandbox.airtable;

/** What became of loading a folder of data. */
public sealed interface LoadOutcome {

    /** The base now holds the folder's data and nothing else. */
    record Loaded(String baseId, int tables, int rows) implements LoadOutcome {}

    /** The base is as it was; {@code message} names the file, the line and what to do. */
    record Refused(String message) implements LoadOutcome {}
}
