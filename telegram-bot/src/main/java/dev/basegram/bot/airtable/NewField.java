package dev.basegram.bot.airtable;

import java.util.List;

/**
 * A field to be made.
 *
 * @param name not taken in its table
 * @param kind what it is to hold
 */
public record NewField(String name, Kind kind) {
    /** What a new field may hold; of all types only those that the bot makes. */
    public sealed interface Kind {
        /** One line of text. */
        record Line() implements Kind {}

        /** Text of any length. */
        record Lines() implements Kind {}

        /** A phone number. */
        record Phone() implements Kind {}

        /** A tick. */
        record Tick() implements Kind {}

        /** A point in time, shown in UTC. */
        record Moment() implements Kind {}

        /**
         * One of several options.
         *
         * @param options their names
         */
        record Choice(List<String> options) implements Kind {
            /** Creates a copy of the list. */
            public Choice {
                options = List.copyOf(options);
            }
        }

        /**
         * Links to records; the linked table gets a field for the other side.
         *
         * @param table which table's
         */
        record Link(TableId table) implements Kind {}
    }
}
