package dev.basegram.bot.chat.action;

import java.util.Arrays;
import java.util.Optional;

/**
 * What was pressed in a form.
 *
 * @param kind what the button does
 * @param index which of several, from 0; 0 where there is only one
 */
public record FormPress(Kind kind, int index) {
    /** What a button in a form does. */
    public enum Kind {
        /** Takes the choice at the index. */
        CHOOSE('c'),
        /** Marks or unmarks the choice at the index. */
        TOGGLE('t'),
        /** Takes what was marked or sent so far. */
        DONE('d'),
        /** Turns to the page, or the month, at the index. */
        PAGE('p'),
        /** Leaves the field empty. */
        SKIP('s'),
        /** Goes back a step. */
        BACK('b'),
        /** Closes the form, keeping it as a draft. */
        CANCEL('x'),
        /** Changes the answer at the index, from the review. */
        CHANGE('e'),
        /** Leaves the rest of the fields empty and goes to the review. */
        REVIEW('v'),
        /** Saves. */
        SAVE('w'),
        /** Saves over what somebody else wrote meanwhile. */
        OVERWRITE('o'),
        /** Creates a new linked record by the name typed. */
        NEW('n'),
        /** Drops what was marked or sent so far. */
        CLEAR('r');

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

    /** Returns a press of the only button of its kind. */
    public static FormPress of(Kind kind) {
        return new FormPress(kind, 0);
    }
}
