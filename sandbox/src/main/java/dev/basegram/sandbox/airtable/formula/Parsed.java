package dev.basegram.sandbox.airtable.formula;

/** What became of reading a formula. */
public sealed interface Parsed {

    /** It can be worked out. */
    record Ok(Formula formula) implements Parsed {}

    /** It cannot; {@code reason} is worded as the Web API words it. */
    record Invalid(String reason) implements Parsed {}
}
