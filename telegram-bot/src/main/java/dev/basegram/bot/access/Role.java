package dev.basegram.bot.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person is to the base, from the most to the least trusted. */
public enum Role {
    /** Owns the bot: may do everything. */
    OWNER('o'),
    /** Runs the bot: people, rules, set-up. */
    ADMIN('a'),
    /** Works on records. */
    EDITOR('e'),
    /** Reads records. */
    VIEWER('v'),
    /** Sees and edits only what is linked to them. */
    SELF_SERVICE('s'),
    /** Submits one form, and sees only what they sent. */
    DROP_BOX('d');

    private final char letter;

    Role(char letter) {
        this.letter = letter;
    }

    /** Returns the letter that stands for it where space is short, such as in a button's data; never changed. */
    public char letter() {
        return letter;
    }

    /** Returns the role of a letter; empty for any other. */
    public static Optional<Role> ofLetter(char letter) {
        return Arrays.stream(values()).filter(role -> role.letter == letter).findFirst();
    }

    /** Tells whether this role runs the bot. */
    public boolean isAdmin() {
        return this == OWNER || this == ADMIN;
    }
}
