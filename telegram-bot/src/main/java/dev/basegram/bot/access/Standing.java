package dev.basegram.bot.access;

import dev.basegram.bot.access.people.Member;

/** What a person is to the bot at this moment. */
sealed interface Standing {
    /** An owner, by {@code OWNER_IDS} or by claim, or an admin: no rule narrows what they see. */
    record Unlimited(Role role) implements Standing {}

    /** Somebody whose role has rules. */
    record Ruled(Member member) implements Standing {}

    /** Somebody who is shut out, and somebody whom nobody let in: the bot answers both alike. */
    record Outside() implements Standing {}
}
