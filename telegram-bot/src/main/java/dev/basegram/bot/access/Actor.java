package dev.basegram.bot.access;

import dev.basegram.bot.telegram.PersonUpdate;

/**
 * Who acts, and in the course of what.
 *
 * @param personId Telegram's id, which only Telegram's own updates may be trusted for
 * @param name as it is now; empty where it is not known, such as when a held deletion is carried out
 * @param occasion names what is being handled, the same when it is handled again after a crash: a write noted twice under one
 *     occasion is one
 */
public record Actor(long personId, String name, String occasion) {
    /** Returns who caused an update, in the course of it: handled again it comes to the same. */
    public static Actor of(PersonUpdate update) {
        return new Actor(update.person().id(), update.person().name(), Long.toString(update.updateId()));
    }

    /** Checks that there is an occasion. */
    public Actor {
        if (occasion.isBlank()) {
            throw new IllegalArgumentException("an occasion has a name");
        }
    }
}
