package dev.basegram.bot.airtable;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What kind of values a field holds, with its options.
 *
 * <p>Options are absent where Airtable leaves them out; then precision is the greatest there is and lists are empty. A type that
 * is not known yet is {@link Unknown}: shown as text, never written.
 */
public sealed interface FieldType {
    /** A type that people fill in. */
    sealed interface Editable extends FieldType {}

    /** A type that Airtable computes: shown, never written. */
    sealed interface Computed extends FieldType {
        /** Returns the type of the computed values, where Airtable says so. */
        default Optional<FieldType> resultType() {
            return Optional.empty();
        }
    }

    /** One line of text. */
    record SingleLineText() implements Editable {}

    /** Text of several lines. */
    record MultilineText() implements Editable {}

    /** Text with formatting, in Markdown. */
    record RichText() implements Editable {}

    /** An e-mail address; not checked by Airtable. */
    record Email() implements Editable {}

    /** A URL; not checked by Airtable. */
    record Url() implements Editable {}

    /** A phone number; not checked by Airtable. */
    record PhoneNumber() implements Editable {}

    /**
     * A number.
     *
     * @param precision decimals, 0–8
     */
    record Numeric(int precision) implements Editable {}

    /**
     * An amount of money.
     *
     * @param precision decimals, 0–7
     * @param symbol such as {@code $}; empty where not told
     */
    record Currency(int precision, String symbol) implements Editable {}

    /**
     * A percentage, stored as a fraction.
     *
     * @param precision decimals of the percentage, 0–8
     */
    record Percent(int precision) implements Editable {}

    /**
     * A length of time.
     *
     * @param format such as {@code h:mm} or {@code h:mm:ss.SSS}
     */
    record Duration(String format) implements Editable {}

    /**
     * Stars.
     *
     * @param max 1–10
     * @param icon such as {@code star}
     * @param color such as {@code yellowBright}
     */
    record Rating(int max, String icon, String color) implements Editable {}

    /**
     * A tick.
     *
     * @param icon such as {@code check}
     * @param color such as {@code greenBright}
     */
    record Checkbox(String icon, String color) implements Editable {}

    /**
     * A day.
     *
     * @param dateFormat how the base shows it
     */
    record Date(DateFormat dateFormat) implements Editable {}

    /**
     * A point in time.
     *
     * @param dateFormat how the base shows the day
     * @param timeFormat {@code h:mma} or {@code HH:mm}
     * @param timeZone {@code utc}, {@code client} (the reader's) or an IANA name
     */
    record DateTime(DateFormat dateFormat, String timeFormat, String timeZone) implements Editable {}

    /**
     * One of several options.
     *
     * @param choices in the order of the base
     */
    record SingleSelect(List<SelectChoice> choices) implements Editable {
        /** Creates a copy of the list. */
        public SingleSelect {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Any of several options.
     *
     * @param choices in the order of the base
     */
    record MultipleSelects(List<SelectChoice> choices) implements Editable {
        /** Creates a copy of the list. */
        public MultipleSelects {
            choices = List.copyOf(choices);
        }
    }

    /** A person of the base. */
    record SingleCollaborator() implements Editable {}

    /** People of the base. */
    record MultipleCollaborators() implements Editable {}

    /**
     * Links to records.
     *
     * @param linkedTable the other end; null where not told
     * @param reversed whether this end was made by the other
     * @param prefersSingle whether the base wants one link at most; Airtable's API does not enforce it
     * @param inverseField the field at the other end; null where there is none
     * @param selectionView the view to choose from; null for the whole table
     */
    record RecordLinks(
            @Nullable TableId linkedTable,
            boolean reversed,
            boolean prefersSingle,
            @Nullable FieldId inverseField,
            @Nullable ViewId selectionView)
            implements Editable {}

    /**
     * Files.
     *
     * @param reversed whether the newest file comes first
     */
    record Attachments(boolean reversed) implements Editable {}

    /** A bar code. */
    record Barcode() implements Editable {}

    /**
     * A formula.
     *
     * @param text by field ids; empty where not told
     * @param valid whether it can be computed
     * @param referenced the fields it reads
     * @param result type of its values; null where unknown
     */
    record Formula(
            String text,
            boolean valid,
            List<FieldId> referenced,
            @Nullable FieldType result) implements Computed {
        /** Creates a copy of the list. */
        public Formula {
            referenced = List.copyOf(referenced);
        }

        @Override
        public Optional<FieldType> resultType() {
            return Optional.ofNullable(result);
        }
    }

    /**
     * A sum, count or the like over linked records.
     *
     * @param linkField the links it follows; null where not told
     * @param linkedField the field it reads there; null where not told
     * @param valid whether it can be computed
     * @param result type of its values; null where unknown
     */
    record Rollup(
            @Nullable FieldId linkField,
            @Nullable FieldId linkedField,
            boolean valid,
            @Nullable FieldType result) implements Computed {
        @Override
        public Optional<FieldType> resultType() {
            return Optional.ofNullable(result);
        }
    }

    /**
     * The values of a field of linked records.
     *
     * @param linkField the links it follows; null where not told
     * @param linkedField the field it reads there; null where not told
     * @param valid whether it can be computed
     * @param result type of each of its values; null where unknown
     */
    record Lookup(
            @Nullable FieldId linkField,
            @Nullable FieldId linkedField,
            boolean valid,
            @Nullable FieldType result) implements Computed {
        @Override
        public Optional<FieldType> resultType() {
            return Optional.ofNullable(result);
        }
    }

    /**
     * How many records are linked.
     *
     * @param linkField the links it counts; null where not told
     * @param valid whether it can be computed
     */
    record Count(@Nullable FieldId linkField, boolean valid) implements Computed {}

    /** A number that counts up with each record. */
    record AutoNumber() implements Computed {}

    /**
     * When the record was made.
     *
     * @param result {@link Date} or {@link DateTime}; null where unknown
     */
    record CreatedTime(@Nullable FieldType result) implements Computed {
        @Override
        public Optional<FieldType> resultType() {
            return Optional.ofNullable(result);
        }
    }

    /**
     * When the record was last changed.
     *
     * @param result {@link Date} or {@link DateTime}; null where unknown
     * @param referenced the fields whose changes count; empty for all
     */
    record LastModifiedTime(@Nullable FieldType result, List<FieldId> referenced) implements Computed {
        /** Creates a copy of the list. */
        public LastModifiedTime {
            referenced = List.copyOf(referenced);
        }

        @Override
        public Optional<FieldType> resultType() {
            return Optional.ofNullable(result);
        }
    }

    /** Who made the record. */
    record CreatedBy() implements Computed {}

    /** Who last changed the record. */
    record LastModifiedBy() implements Computed {}

    /** A button of the base. */
    record Button() implements Computed {}

    /** Text that Airtable generates. */
    record AiText() implements Computed {}

    /**
     * Where a synced record comes from.
     *
     * @param choices the sources
     */
    record ExternalSyncSource(List<SelectChoice> choices) implements Computed {
        /** Creates a copy of the list. */
        public ExternalSyncSource {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A type this client does not know.
     *
     * @param type its name at Airtable
     * @param options its options as Airtable sent them; null where none
     */
    record Unknown(String type, @Nullable String options) implements Computed {}

    /** Tells whether people may fill it in. */
    default boolean isEditable() {
        return this instanceof Editable;
    }
}
