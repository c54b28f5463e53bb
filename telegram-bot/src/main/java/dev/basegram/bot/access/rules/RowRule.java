package dev.basegram.bot.access.rules;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.ViewId;

/** Which rows of a table a rule is about. */
public sealed interface RowRule {
    /** Every row. */
    record All() implements RowRule {}

    /**
     * The rows whose field means «me».
     *
     * @param field a link to the person's own record, or a text with the person's Telegram id or verified phone number
     */
    record Mine(FieldId field) implements RowRule {}

    /** The rows that the person made here. */
    record Sent() implements RowRule {}

    /**
     * The rows that a view shows: its filter is the rule, kept where the operator keeps it.
     *
     * @param view a view of the table; when it is gone, no row is
     */
    record InView(ViewId view) implements RowRule {}

    /**
     * The rows for which an admin's formula holds.
     *
     * @param formula as Airtable's {@code filterByFormula} takes it; never from anyone but an admin
     */
    record Matching(String formula) implements RowRule {
        private static final int LONGEST = 4_000;

        /** Checks that there is a formula of a sane length. */
        public Matching {
            if (formula.isBlank() || formula.length() > LONGEST) {
                throw new IllegalArgumentException("a formula has 1 to " + LONGEST + " characters");
            }
        }
    }
}
