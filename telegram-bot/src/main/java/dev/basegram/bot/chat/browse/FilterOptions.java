package dev.basegram.bot.chat.browse;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SelectDot;
import dev.basegram.bot.chat.text.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The options of a field by which rows can be told apart: those of a select and none of them, ticked and not ticked. */
final class FilterOptions {
    private static final String NOTHING = "";
    private static final String TICKED = "1";
    private static final String NOT_TICKED = "0";

    /**
     * An option.
     *
     * @param id stays when the option is renamed
     */
    record Option(String id, String label) {}

    private final Field field;
    private final List<SelectChoice> choices;

    private FilterOptions(Field field) {
        this.field = field;
        this.choices = choices(field.type());
    }

    static FilterOptions of(Field field) {
        return new FilterOptions(field);
    }

    static boolean fits(Field field) {
        return field.type() instanceof FieldType.Checkbox
                || !choices(field.type()).isEmpty();
    }

    private static List<SelectChoice> choices(FieldType type) {
        return switch (type) {
            case FieldType.SingleSelect(var choices) -> choices;
            case FieldType.MultipleSelects(var choices) -> choices;
            default -> List.of();
        };
    }

    /** Returns them all, in the order of the base. */
    List<Option> all(Speech speech) {
        if (field.type() instanceof FieldType.Checkbox) {
            return List.of(
                    new Option(TICKED, "✅ " + speech.label(Phrase.YES)),
                    new Option(NOT_TICKED, "⬜️ " + speech.label(Phrase.NO)));
        }
        List<Option> all = new ArrayList<>();
        choices.forEach(choice -> all.add(new Option(choice.id(), SelectDot.of(choice.color()) + choice.name())));
        all.add(new Option(NOTHING, speech.label(Phrase.FILTER_EMPTY)));
        return all;
    }

    /** Returns the ids of the options that a value stands for. */
    Set<String> in(CellValue value) {
        if (field.type() instanceof FieldType.Checkbox) {
            return Set.of(value instanceof CellValue.Checkbox(boolean ticked) && ticked ? TICKED : NOT_TICKED);
        }
        List<String> names = switch (value) {
            case CellValue.Choice(String name) -> List.of(name);
            case CellValue.Choices(List<String> several) -> several;
            default -> List.of();
        };
        return names.isEmpty()
                ? Set.of(NOTHING)
                : choices.stream()
                        .filter(choice -> names.contains(choice.name()))
                        .map(SelectChoice::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what changes when the options do. */
    Fingerprint fingerprint() {
        return Fingerprint.of(field.type().toString());
    }
}
