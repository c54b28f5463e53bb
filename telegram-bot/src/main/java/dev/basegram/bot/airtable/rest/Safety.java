package dev.basegram.bot.airtable.rest;

/** What may be done with a call whose outcome is unknown. */
public enum Safety {
    /** Changes nothing: send it again. */
    READ,
    /** Sent twice it has the effect of once: send it again. PATCH by id, and upsert. */
    REPEATABLE,
    /** Sent twice it may have its effect twice: look first, and only then send it again. */
    ONCE
}
