package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.CallBudget;

/** Counts the calls of the month. */
public interface CallCounter {
    /** Notes that a call leaves. */
    void leaves();

    /** Returns the month's budget. */
    CallBudget budget();
}
