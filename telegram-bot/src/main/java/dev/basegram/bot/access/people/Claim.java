package dev.basegram.bot.access.people;

/** What came of somebody opening a link that makes an owner. */
public sealed interface Claim {
    /** They are the owner now. */
    record Granted() implements Claim {}

    /** They made this claim before: a second tap, or the same update again. */
    record AlreadyYours() implements Claim {}

    /**
     * Somebody else was first, and should be told.
     *
     * @param ownerId who
     */
    record Taken(long ownerId) implements Claim {}

    /** Its time is over; the next start logs a new one. */
    record Expired() implements Claim {}

    /** There is no such link. */
    record Unknown() implements Claim {}
}
