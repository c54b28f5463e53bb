package dev.basegram.bot.airtable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds, in the Java type that fits.
 *
 * <p>Equality is by meaning where Airtable allows it: numbers by value and not by scale, so that a value read back equals the one
 * written.
 */
public sealed interface CellValue {
    /** Nothing in the cell; as a new value it clears the cell. Airtable does not tell an empty text, list or tick from nothing. */
    record Empty() implements CellValue {
        private static final Empty CELL = new Empty();
    }

    /** Returns the empty cell. */
    static CellValue empty() {
        return Empty.CELL;
    }

    /**
     * Plain text: single line, long text, e-mail, URL, phone, a choice name computed by a formula.
     *
     * @param text as stored, line breaks included
     */
    record Text(String text) implements CellValue {}

    /**
     * Rich text.
     *
     * @param markdown Airtable's flavour of Markdown, ending in a line break as Airtable gives it
     */
    record RichText(String markdown) implements CellValue {}

    /**
     * A number: number, currency, percent (as a fraction: 0.15 is 15 %), rating, count, auto number.
     *
     * @param value without trailing zeros
     */
    record Numeric(BigDecimal value) implements CellValue {
        /** Drops trailing zeros, so that equal numbers are equal cells. */
        public Numeric {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /** Returns a cell with a whole number. */
        public static Numeric of(long whole) {
            return new Numeric(BigDecimal.valueOf(whole));
        }
    }

    /**
     * A tick.
     *
     * @param checked true where ticked; an unticked one reads as {@link Empty}
     */
    record Checkbox(boolean checked) implements CellValue {}

    /**
     * A day without a time or a zone.
     *
     * @param date the day
     */
    record Date(LocalDate date) implements CellValue {}

    /**
     * A point in time; shown in the field's zone or the reader's.
     *
     * @param instant millisecond precision at Airtable
     */
    record DateTime(Instant instant) implements CellValue {}

    /**
     * A length of time.
     *
     * @param length may be negative and may have fractions of a second
     */
    record Length(Duration length) implements CellValue {}

    /**
     * One chosen option.
     *
     * @param name exact, case and spaces included
     */
    record Choice(String name) implements CellValue {}

    /**
     * Several chosen options.
     *
     * @param names in the order of the cell
     */
    record Choices(List<String> names) implements CellValue {
        /** Creates a copy of the list. */
        public Choices {
            names = List.copyOf(names);
        }
    }

    /**
     * A person of the base.
     *
     * @param collaborator who
     */
    record Person(Collaborator collaborator) implements CellValue {}

    /**
     * Several people of the base.
     *
     * @param collaborators in the order of the cell
     */
    record People(List<Collaborator> collaborators) implements CellValue {
        /** Creates a copy of the list. */
        public People {
            collaborators = List.copyOf(collaborators);
        }
    }

    /**
     * Links to records of another table, or of the same.
     *
     * @param records in the order of the cell
     */
    record Links(List<RecordId> records) implements CellValue {
        /** Creates a copy of the list. */
        public Links {
            records = List.copyOf(records);
        }
    }

    /**
     * Files.
     *
     * @param files in the order of the cell
     */
    record Attachments(List<Attachment> files) implements CellValue {
        /** Creates a copy of the list. */
        public Attachments {
            files = List.copyOf(files);
        }
    }

    /**
     * A bar code.
     *
     * @param text what it says
     * @param symbology such as {@code upce}; null where unknown
     */
    record Barcode(String text, @Nullable String symbology) implements CellValue {}

    /**
     * A button of the base.
     *
     * @param label its text
     * @param url where it leads; null where it does something else
     */
    record Button(String label, @Nullable String url) implements CellValue {}

    /**
     * Text that Airtable generates.
     *
     * @param state {@code empty}, {@code loading}, {@code generated} or {@code error}
     * @param stale whether what it was made from has changed since
     * @param text what there is so far; null where nothing yet
     */
    record AiText(String state, boolean stale, @Nullable String text) implements CellValue {}

    /**
     * Several values of a lookup, or of a formula that gives an array.
     *
     * @param values in the order of the cell; may hold {@link Special}, {@link Invalid} and {@link Empty}
     */
    record Values(List<CellValue> values) implements CellValue {
        /** Creates a copy of the list. */
        public Values {
            values = List.copyOf(values);
        }
    }

    /**
     * A number that is none.
     *
     * @param kind which one
     */
    record Special(Kind kind) implements CellValue {
        /** What JSON has no number for. */
        public enum Kind {
            /** Not a number, such as 0 / 0. */
            NAN,
            /** More than any number, such as 1 / 0. */
            INFINITY,
            /** Less than any number. */
            NEGATIVE_INFINITY
        }
    }

    /**
     * A computed cell that failed.
     *
     * @param code such as {@code #ERROR!}
     */
    record Invalid(String code) implements CellValue {}

    /**
     * A value of a type this client does not know, or one that does not look like its type.
     *
     * @param json as Airtable sent it
     */
    record Raw(String json) implements CellValue {}

    /** Tells whether there is nothing in the cell. */
    default boolean isEmpty() {
        return switch (this) {
            case Empty _ -> true;
            case Text(String text) -> text.isEmpty();
            case RichText(String markdown) -> markdown.isBlank();
            case Checkbox(boolean checked) -> !checked;
            case Choices(List<String> names) -> names.isEmpty();
            case People(List<Collaborator> people) -> people.isEmpty();
            case Links(List<RecordId> records) -> records.isEmpty();
            case Attachments(List<Attachment> files) -> files.isEmpty();
            case Values(List<CellValue> values) -> values.isEmpty();
            default -> false;
        };
    }
}
