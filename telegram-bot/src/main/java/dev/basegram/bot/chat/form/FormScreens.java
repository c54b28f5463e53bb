package dev.basegram.bot.chat.form;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.CallbackData;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.widget.Ask;
import dev.basegram.bot.chat.widget.FormAnswer;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;

/** The screens of a form: a step, the review, the question after a conflict. Pure. */
final class FormScreens {
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_ANSWER = 200;
    private static final int MOST_CHANGES = 40;

    private final Form form;
    private final Table table;
    private final String record;
    private final CellText cells;
    private final Speech speech;

    FormScreens(Form form, Table table, CellText cells, Speech speech) {
        this(form, table, "", cells, speech);
    }

    /**
     * Creates the screens of a form.
     *
     * @param record what the record is called that the form edits; empty where there is none, or nobody knows
     */
    FormScreens(Form form, Table table, String record, CellText cells, Speech speech) {
        this.form = form;
        this.table = table;
        this.record = record;
        this.cells = cells;
        this.speech = speech;
    }

    /**
     * Asks for one field.
     *
     * @param line what else the person should know
     * @param mayReview whether the rest may be left out
     */
    Screen step(Field field, Ask ask, boolean required, boolean mayReview, Line line) {
        List<Html> lines = new ArrayList<>();
        lines.add(form.isEdit() ? editTitle() : addTitle());
        if (line instanceof Line.Note(Html note)) {
            lines.add(note);
        }
        lines.add(Html.EMPTY);
        lines.add(required ? Html.bold(field.name()).plus(" *") : Html.bold(field.name()));
        if (field.description() != null && !field.description().isBlank()) {
            lines.add(Html.italic(field.description()).shortened(LONGEST_DESCRIPTION));
        }
        CellValue now = form.isEdit() ? form.seen() : CellValue.empty();
        if (!now.isEmpty()) {
            lines.add(speech.say(Phrase.NOW, cells.full(field.type(), now).shortened(LONGEST_ANSWER)));
        }
        lines.add(ask.hint());
        problem(line, lines);
        Screen.Builder screen = Screen.with(Html.join("\n", lines));
        ask.rows()
                .forEach(row -> screen.row(row.stream()
                        .map(choice -> press(choice.label(), choice.press()))
                        .toList()));
        List<Button> frame = frame(required, mayReview);
        return screen.grid(frame.size() > 3 ? 2 : 3, frame).build(); // four in a row are cut off under a narrow message
    }

    private static void problem(Line line, List<Html> lines) {
        if (line instanceof Line.Problem(Html why)) {
            lines.add(Html.EMPTY);
            lines.add(why.plain().startsWith("⚠️") ? why : Html.of("⚠️ ").plus(why));
        }
    }

    private Html addTitle() {
        return speech.say(
                Phrase.FORM_TITLE,
                Html.bold(table.name()),
                form.at() + 1 + "/" + form.steps().size());
    }

    private Html editTitle() {
        return speech.say(
                Phrase.EDIT_TITLE,
                record.isEmpty() ? Html.bold(table.name()) : Html.bold(record).plus("  ·  " + table.name()));
    }

    private List<Button> frame(boolean required, boolean mayReview) {
        List<Button> row = new ArrayList<>();
        if (form.isEdit()) {
            if (!required && !form.seen().isEmpty()) {
                row.add(press(speech.label(Phrase.EMPTY_BUTTON), FormPress.of(FormPress.Kind.SKIP)));
            }
        } else {
            if (form.at() > 0 || form.single()) {
                row.add(press("◀ " + speech.label(Phrase.BACK_BUTTON), FormPress.of(FormPress.Kind.BACK)));
            }
            if (!required) {
                row.add(press(speech.label(Phrase.SKIP_BUTTON), FormPress.of(FormPress.Kind.SKIP)));
            }
            if (mayReview) {
                row.add(press(speech.label(Phrase.REVIEW_BUTTON), FormPress.of(FormPress.Kind.REVIEW)));
            }
        }
        row.add(press("✖ " + speech.label(Phrase.CANCEL_BUTTON), FormPress.of(FormPress.Kind.CANCEL)));
        return row;
    }

    /** Shows every answer, each to be changed at a tap. */
    Screen review(Line line) {
        List<Html> lines = new ArrayList<>();
        lines.add(speech.say(Phrase.REVIEW_TITLE, Html.bold(table.name())));
        lines.add(Html.EMPTY);
        List<Button> changes = new ArrayList<>();
        for (int i = 0; i < form.steps().size(); i++) {
            Field field = table.field(form.steps().get(i)).orElse(null);
            if (field != null) {
                lines.add(answerLine(field));
                changes.add(press("✏️ " + field.name(), new FormPress(FormPress.Kind.CHANGE, i)));
            }
        }
        problem(line, lines);
        return Screen.with(Html.join("\n", lines))
                .row(press("💾 " + speech.label(Phrase.SAVE_BUTTON), FormPress.of(FormPress.Kind.SAVE)))
                .grid(2, changes.stream().limit(MOST_CHANGES).toList())
                .row(press("✖ " + speech.label(Phrase.CANCEL_BUTTON), FormPress.of(FormPress.Kind.CANCEL)))
                .build();
    }

    /** Returns an answer as a line: the field's name and what was said. */
    Html answerLine(Field field) {
        return Html.bold(field.name() + ":").plus(" ").plus(answer(field).shortened(LONGEST_ANSWER));
    }

    private Html answer(Field field) {
        return switch (form.answers().get(field.id())) {
            case FormAnswer.Value(CellValue value) -> cells.full(field.type(), value);
            case FormAnswer.Files files -> Html.of(files.files().size() + " 📎");
            case null, default -> Html.of("—");
        };
    }

    /** Shows an edit before it is saved: old and new. */
    Screen confirmEdit(Field field, Line line) {
        Html change = cells.full(field.type(), form.seen())
                .shortened(LONGEST_ANSWER)
                .plus(" → ")
                .plus(answer(field).shortened(LONGEST_ANSWER));
        List<Html> lines = new ArrayList<>(List.of(editTitle(), Html.EMPTY, Html.bold(field.name()), change));
        problem(line, lines);
        return Screen.with(Html.join("\n", lines))
                .row(press("💾 " + speech.label(Phrase.SAVE_BUTTON), FormPress.of(FormPress.Kind.SAVE)))
                .row(
                        press("✏️ " + speech.label(Phrase.CHANGE_BUTTON), new FormPress(FormPress.Kind.CHANGE, 0)),
                        press("✖ " + speech.label(Phrase.CANCEL_BUTTON), FormPress.of(FormPress.Kind.CANCEL)))
                .build();
    }

    /** Asks what to do about a change somebody else made meanwhile. */
    Screen conflict(Field field, CellValue theirs, Action seeRecord) {
        Html text = speech.say(
                Phrase.CONFLICT,
                Html.bold(field.name()),
                cells.full(field.type(), theirs).shortened(LONGEST_ANSWER),
                answer(field).shortened(LONGEST_ANSWER));
        return Screen.with(Html.lines(editTitle(), Html.EMPTY, Html.of("⚠️ ").plus(text)))
                .row(press(speech.label(Phrase.KEEP_THEIRS), FormPress.of(FormPress.Kind.CANCEL)))
                .row(press(speech.label(Phrase.USE_MINE), FormPress.of(FormPress.Kind.OVERWRITE)))
                .row(Screen.button(speech.label(Phrase.SEE_RECORD), seeRecord))
                .build();
    }

    private Button press(String label, FormPress press) {
        return new Button.Press(label, CallbackData.encode(new Action.InForm(form.id(), form.revision(), press)));
    }
}
