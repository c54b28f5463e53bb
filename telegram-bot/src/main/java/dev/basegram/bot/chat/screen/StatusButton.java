package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SelectDot;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Moves a record on: the next stage at one tap, and a screen with all of them. */
public final class StatusButton {
    /** More than this are found faster by typing. */
    private static final int MOST_AT_ONCE = 24;

    private StatusButton() {}

    static Optional<List<Button>> of(RecordScreen.Model model) {
        return Stages.of(model.editable()).map(field -> buttons(model, field));
    }

    private static List<Button> buttons(RecordScreen.Model model, Field field) {
        AirtableRecord record = model.record();
        List<SelectChoice> choices = Stages.choices(field);
        List<Button> row = new ArrayList<>();
        Stages.next(field, record.cell(field.id()))
                .ifPresent(next -> row.add(button(
                        "%s ▸ %s".formatted(field.name(), choices.get(next).name()),
                        set(model.table(), record, field, next))));
        row.add(button(
                field.name() + " ▸ …",
                choices.size() > MOST_AT_ONCE
                        ? new Action.EditField(model.table().id(), record.id(), field.id())
                        : new Action.Stages(model.table().id(), record.id(), field.id())));
        return row;
    }

    private static Action set(Table table, AirtableRecord record, Field field, int choice) {
        return new Action.SetChoice(
                table.id(), record.id(), field.id(), choice, fingerprint(field, record.cell(field.id())));
    }

    /**
     * Shows every option of a single select, the one that is chosen now marked.
     *
     * @param name the record's
     */
    public static Screen all(Table table, AirtableRecord record, Field field, String name, Speech speech) {
        CellValue now = record.cell(field.id());
        List<SelectChoice> choices = Stages.choices(field);
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < choices.size() && i < MOST_AT_ONCE; i++) {
            SelectChoice choice = choices.get(i);
            boolean chosen = now instanceof CellValue.Choice(String current) && current.equals(choice.name());
            String label = SelectDot.of(choice.color()) + choice.name();
            buttons.add(
                    chosen
                            ? button("✓ " + label, new Action.Open(table.id(), record.id()))
                            : button(label, set(table, record, field, i)));
        }
        Html title = Html.bold(name).plus("  ·  " + table.name());
        return Screen.with(Html.lines(title, Html.EMPTY, Html.bold(field.name()), speech.say(Phrase.STAGES_HINT)))
                .grid(2, buttons)
                .row(button("◀ " + speech.label(Phrase.BACK_BUTTON), new Action.Open(table.id(), record.id())))
                .build();
    }

    /** Returns what was chosen when a one-tap button was made; empty where the options are others by now. */
    public static Optional<CellValue> madeFor(Field field, Fingerprint seen) {
        return Stream.concat(
                        Stream.of(CellValue.empty()),
                        Stages.choices(field).stream().map(choice -> new CellValue.Choice(choice.name())))
                .filter(value -> fingerprint(field, value).equals(seen))
                .findFirst();
    }

    /** Returns the fingerprint of a select's options and of what is chosen: what a one-tap button was made for. */
    public static Fingerprint fingerprint(Field field, CellValue value) {
        String options = Stages.choices(field).stream().map(SelectChoice::id).collect(Collectors.joining(","));
        String chosen = value instanceof CellValue.Choice(String name) ? name : "";
        return Fingerprint.of(options + "|" + chosen);
    }
}
