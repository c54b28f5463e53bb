package dev.basegram.bot.chat.command;

import dev.basegram.bot.access.Role;

/** Whom a command is for. */
public enum Audience {
    /** Whoever may use the bot at all. */
    EVERYONE,
    /** Whoever may work on records. */
    EDITORS,
    /** Whoever runs the bot. */
    ADMINS,
    /** The owner alone. */
    OWNER;

    /** Tells whether a role is meant. */
    public boolean includes(Role role) {
        return switch (this) {
            case EVERYONE -> true;
            case EDITORS -> role != Role.VIEWER;
            case ADMINS -> role.isAdmin();
            case OWNER -> role == Role.OWNER;
        };
    }
}
