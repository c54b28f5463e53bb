package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Role;

/** What came of somebody opening a link that lets people in. */
public sealed interface Entry {
    /**
     * They are in.
     *
     * @param role what they are now
     */
    record Joined(Role role) implements Entry {}

    /**
     * They were in already, by this link or otherwise; nothing changed, and no use was spent.
     *
     * @param role what they are
     */
    record AlreadyIn(Role role) implements Entry {}

    /** Everyone it was for has come in. */
    record UsedUp() implements Entry {}

    /** Its time is over. */
    record Expired() implements Entry {}

    /** There is no such link: a wrong one, one that was taken back, or 64 random bytes. */
    record Unknown() implements Entry {}

    /** They are shut out. */
    record Blocked() implements Entry {}
}
