package dev.basegram.bot.access;

/** What a person is to the base, from the most to the least trusted. */
public enum Role {
    /** Owns the bot: may do everything. */
    OWNER,
    /** Runs the bot: people, rules, set-up. */
    ADMIN,
    /** Works on records. */
    EDITOR,
    /** Reads records. */
    VIEWER,
    /** Sees and edits only what is linked to them. */
    SELF_SERVICE,
    /** Submits one form, and sees only what they sent. */
    DROP_BOX;

    /** Tells whether this role runs the bot. */
    public boolean isAdmin() {
        return this == OWNER || this == ADMIN;
    }
}
