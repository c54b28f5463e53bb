package dev.basegram.bot.airtable;

/**
 * What a token may be allowed to do ({@code airtable.com/developers/web/api/scopes}).
 */
public enum Scope {
    /** See tables, fields and views. */
    READ_SCHEMA("schema.bases:read"),
    /** Read records. */
    READ_RECORDS("data.records:read"),
    /** Create, change and delete records. */
    WRITE_RECORDS("data.records:write"),
    /** Read comments. */
    READ_COMMENTS("data.recordComments:read"),
    /** Write comments. */
    WRITE_COMMENTS("data.recordComments:write"),
    /** Be told of changes. */
    MANAGE_WEBHOOKS("webhook:manage"),
    /** Create tables and fields. */
    WRITE_SCHEMA("schema.bases:write");

    private final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    /** Returns its name as Airtable writes it. */
    public String wire() {
        return wire;
    }
}
