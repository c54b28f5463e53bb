package dev.basegram.bot.airtable;

/** How new a record has to be. */
public enum Freshness {
    /** What memory has is good enough, however old; Airtable is asked only where it has nothing. */
    HELD,
    /** As it is now: Airtable is asked. */
    NOW
}
