package dev.basegram.bot.chat.action;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.TableId;
import java.util.Arrays;
import java.util.Optional;

/**
 * What was pressed on the screens that narrow a list. What the list is narrowed to so far is in the session: it does not fit into a
 * button.
 *
 * @param field which field it is about; empty for all
 * @param option its place among the options of the field, from 0
 * @param seen fingerprint of the options the button was made for; empty where it is about none
 */
public record FilterPress(Kind kind, TableId table, Optional<FieldId> field, int option, Optional<Fingerprint> seen) {
    /** What can be pressed. */
    public enum Kind {
        /** Shows the fields that a list can be narrowed by. */
        FIELDS('f'),
        /** Shows the options of a field. */
        OPTIONS('o'),
        /** Marks or unmarks an option. */
        TOGGLE('t'),
        /** Shows every row again. */
        CLEAR('c');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }

        static Optional<Kind> of(char letter) {
            return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
        }
    }

    /** Returns a press about a table's list as a whole. */
    public static FilterPress of(Kind kind, TableId table) {
        return new FilterPress(kind, table, Optional.empty(), 0, Optional.empty());
    }

    /** Returns a press that shows the options of a field. */
    public static FilterPress options(TableId table, FieldId field) {
        return new FilterPress(Kind.OPTIONS, table, Optional.of(field), 0, Optional.empty());
    }

    /** Returns a press that marks or unmarks an option. */
    public static FilterPress toggle(TableId table, FieldId field, int option, Fingerprint seen) {
        return new FilterPress(Kind.TOGGLE, table, Optional.of(field), option, Optional.of(seen));
    }
}
