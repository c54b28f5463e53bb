package dev.basegram.bot.access;

import dev.basegram.bot.airtable.AirtableFailure;

/** What came of a person sharing their own number. */
public sealed interface Linked {
    /**
     * They are known by it.
     *
     * @param role what they are
     */
    record Confirmed(Role role) implements Linked {}

    /**
     * Nobody here has this number.
     *
     * @param unreadable how many numbers were passed over, since they leave their country open
     */
    record NotFound(int unreadable) implements Linked {}

    /**
     * More than one row has this number, so nobody can tell which is meant.
     *
     * @param table where
     */
    record Twice(String table) implements Linked {}

    /** Airtable cannot say now. */
    record Later(AirtableFailure why) implements Linked {}
}
