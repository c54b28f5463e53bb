package dev.basegram.bot.airtable;

/** Whether somebody is waiting for the answer. */
public enum Lane {
    /** A person looks at the screen: goes first. */
    INTERACTIVE,
    /** Nobody waits: refreshes, reminders, exports. Goes when no person is in the queue, and now and then among them. */
    BACKGROUND
}
