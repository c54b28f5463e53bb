package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sets a record's status at one tap: the next option in the base's order, and a way to all the others. */
public final class StatusButton {
    private static final List<String> WORDS =
            List.of("status", "state", "stage", "estado", "etapa", "situação", "статус", "состояние", "этап", "حالة");

    private StatusButton() {}

    static Optional<List<Button>> of(RecordScreen.Model model, Speech speech) {
        return statusField(model.editable()).map(field -> buttons(model, field));
    }

    /** Returns the single select that says how far a record is: by its name, else the first there is. */
    public static Optional<Field> statusField(List<Field> editable) {
        List<Field> selects = editable.stream()
                .filter(field -> field.type() instanceof FieldType.SingleSelect)
                .toList();
        return selects.stream()
                .filter(field -> WORDS.stream().anyMatch(field.name().toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .or(() -> selects.stream().findFirst());
    }

    private static List<Button> buttons(RecordScreen.Model model, Field field) {
        AirtableRecord record = model.record();
        List<SelectChoice> choices = choices(field);
        int next = indexOf(choices, record.cell(field.id())) + 1;
        List<Button> row = new ArrayList<>();
        if (next < choices.size()) {
            row.add(button(
                    "%s ▸ %s".formatted(field.name(), choices.get(next).name()),
                    new Action.SetChoice(
                            model.table().id(),
                            record.id(),
                            field.id(),
                            next,
                            fingerprint(field, record.cell(field.id())))));
        }
        row.add(button(field.name() + " ▸ …", new Action.EditField(model.table().id(), record.id(), field.id())));
        return row;
    }

    /** Returns the fingerprint of a select's options and of what is chosen: what a one-tap button was made for. */
    public static Fingerprint fingerprint(Field field, CellValue value) {
        String options = choices(field).stream().map(SelectChoice::id).collect(Collectors.joining(","));
        String chosen = value instanceof CellValue.Choice(String name) ? name : "";
        return Fingerprint.of(options + "|" + chosen);
    }

    private static List<SelectChoice> choices(Field field) {
        return field.type() instanceof FieldType.SingleSelect(List<SelectChoice> choices) ? choices : List.of();
    }

    private static int indexOf(List<SelectChoice> choices, CellValue value) {
        return value instanceof CellValue.Choice(String name)
                ? choices.stream().map(SelectChoice::name).toList().indexOf(name)
                : -1;
    }
}
