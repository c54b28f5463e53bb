package dev.basegram.bot.chat.form;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.screen.HomeScreen;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.chat.widget.FormAnswer;
import dev.basegram.bot.chat.widget.Verdict;
import dev.basegram.bot.chat.widget.Widget;
import dev.basegram.bot.chat.widget.Widgets;
import dev.basegram.bot.session.Draft;
import dev.basegram.bot.session.DraftStore;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.PersonInput;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes a person through a form. */
@Singleton
public class Forms {
    private final Widgets widgets;
    private final DraftStore drafts;
    private final FormView view;
    private final FormSaver saver;
    private final WaitingForm waiting;
    private final Browsing browsing;

    Forms(Widgets widgets, DraftStore drafts, FormView view, FormSaver saver, WaitingForm waiting, Browsing browsing) {
        this.widgets = widgets;
        this.drafts = drafts;
        this.view = view;
        this.saver = saver;
        this.waiting = waiting;
        this.browsing = browsing;
    }

    /** Asks in which table to add. */
    public Reply chooseTable(Turn turn) throws InterruptedException {
        return turn.given(
                turn.base().tables(),
                tables -> Reply.show(HomeScreen.chooseForAdding(
                        tables.stream().filter(turn.base()::mayAdd).toList(), turn.speech())));
    }

    /** Starts the form for a new record. */
    public Reply add(Turn turn, TableId id) throws InterruptedException {
        return turn.given(turn.base().table(id), table -> add(turn, table));
    }

    /** Starts the form for a new record of a table at hand. */
    public Reply add(Turn turn, Table table) throws InterruptedException {
        List<FieldId> steps = steps(turn, table);
        if (!turn.base().mayAdd(table) || steps.isEmpty()) {
            return noWayOn(turn.speech().say(Phrase.ADD_NOT_HERE, table.name()));
        }
        String formId = Long.toString(Math.abs(turn.update().updateId()), 36);
        String key = "form.%d.%s.%s"
                .formatted(turn.personId(), formId, Long.toString(turn.now().toEpochMilli(), 36));
        return view.show(turn, table, Form.adding(formId, key, table.id(), steps), Line.NONE, null);
    }

    /** Required fields first, then the table's order; the other end of a link is left to its own table. */
    private List<FieldId> steps(Turn turn, Table table) {
        Set<FieldId> steps = new LinkedHashSet<>();
        turn.base().required(table).forEach(field -> steps.add(field.id()));
        List<Field> fillable = view.fillable(turn, table);
        fillable.stream()
                .filter(field -> field.id().equals(table.primaryField()))
                .forEach(field -> steps.add(field.id()));
        fillable.stream()
                .filter(field -> !(field.type() instanceof FieldType.RecordLinks links && links.reversed()))
                .forEach(field -> steps.add(field.id()));
        steps.retainAll(fillable.stream().map(Field::id).toList());
        return List.copyOf(steps);
    }

    /** Starts editing one field of a record. */
    public Reply edit(Turn turn, TableId tableId, RecordId recordId, FieldId fieldId) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(
                        turn.base().record(table, recordId, Freshness.NOW),
                        record -> edit(turn, table, record, fieldId)));
    }

    private Reply edit(Turn turn, Table table, AirtableRecord record, FieldId fieldId) throws InterruptedException {
        Optional<Field> field = view.fillable(turn, table).stream()
                .filter(f -> f.id().equals(fieldId))
                .filter(turn.base().changeable(table)::contains)
                .findFirst();
        if (field.isEmpty()) {
            return Reply.show(Screen.with(turn.speech().say(Phrase.EDIT_NOT_HERE))
                    .row(Screen.button("◀", new Action.Open(table.id(), record.id())))
                    .build());
        }
        String formId = Long.toString(Math.abs(turn.update().updateId()), 36);
        Form form = Form.editing(
                formId,
                "edit.%d.%s".formatted(turn.personId(), formId),
                table.id(),
                record.id(),
                fieldId,
                record.cell(fieldId));
        return view.show(turn, table, form, Line.NONE, null);
    }

    /** Returns the form a person is in; empty outside forms. */
    public Optional<Form> current(Turn turn) {
        String id = turn.session().form();
        return id == null ? Optional.empty() : find(turn, id);
    }

    private Optional<Form> find(Turn turn, String id) {
        return drafts.find(id, turn.personId()).map(Draft::state).flatMap(FormCodec::read);
    }

    /** Tells whether a press belongs to a screen that the form has left behind. */
    public boolean isStale(long personId, Action.InForm press) {
        return drafts.find(press.form(), personId)
                .map(Draft::state)
                .flatMap(FormCodec::read)
                .map(form -> form.revision() != press.revision())
                .orElse(true);
    }

    /** Goes on with an unfinished form. */
    public Reply resume(Turn turn, String id) throws InterruptedException {
        Optional<Form> form = find(turn, id);
        return form.isEmpty()
                ? noWayOn(turn.speech().say(Phrase.DRAFT_GONE))
                : here(turn, form.get(), (table, current) -> resume(turn, table, current));
    }

    private Reply resume(Turn turn, Table table, Form form) throws InterruptedException {
        return form.waiting() == null
                ? view.show(turn, table, form, Line.NONE, null)
                : input(turn, table, form, new PersonInput.Text(form.waiting()));
    }

    /** Throws an unfinished form away. */
    public Reply discard(Turn turn, String id) {
        if (id.equals(turn.session().form())) {
            turn.session(session -> session.withForm(null));
        }
        return Reply.NONE.saving(drafts.remove(id, turn.personId()));
    }

    /** Handles a press inside a form. */
    public Reply press(Turn turn, Action.InForm press) throws InterruptedException {
        // A button of a form that is gone shows the one the person is in, if they are in one.
        Optional<Form> found = find(turn, press.form()).or(() -> current(turn));
        if (found.isEmpty()) {
            return noWayOn(turn.speech().say(Phrase.DRAFT_GONE));
        }
        Form form = found.get();
        if (!form.id().equals(press.form()) || form.revision() != press.revision()) {
            return here(turn, form, (table, current) -> view.show(turn, table, current, Line.NONE, null));
        }
        return here(turn, form, (table, current) -> press(turn, table, current, press.press()));
    }

    private Reply press(Turn turn, Table table, Form form, FormPress press) throws InterruptedException {
        return switch (press.kind()) {
            case CANCEL -> cancel(turn, form);
            case BACK -> view.show(turn, table, back(form), Line.NONE, null);
            case CHANGE -> view.show(turn, table, form.changing(press.index()), Line.NONE, null);
            case SAVE, OVERWRITE -> save(turn, table, form, press.kind());
            case REVIEW -> view.show(turn, table, review(turn, table, form), Line.NONE, null);
            case SKIP -> skip(turn, table, form);
            default -> widgetPress(turn, table, form, press);
        };
    }

    private static Form review(Turn turn, Table table, Form form) {
        return FormView.mayReview(turn, table, form) ? form.at(form.steps().size()) : form;
    }

    private static Form back(Form form) {
        return form.single() ? form.at(form.steps().size()) : form.at(form.at() - 1);
    }

    private Reply save(Turn turn, Table table, Form form, FormPress.Kind kind) throws InterruptedException {
        if (!form.isReview()) {
            return view.show(turn, table, form, Line.NONE, null);
        }
        return saver.save(turn, table, kind == FormPress.Kind.OVERWRITE ? form.overwriting() : form);
    }

    private Reply skip(Turn turn, Table table, Form form) throws InterruptedException {
        Field field = form.current().flatMap(table::field).orElse(null);
        if (field == null || FormView.required(turn, table, field)) {
            return view.show(turn, table, form, Line.NONE, null);
        }
        FormAnswer nothing = form.isEdit() ? new FormAnswer.Value(CellValue.empty()) : new FormAnswer.Skipped();
        return view.show(turn, table, form.answered(nothing), Line.NONE, null);
    }

    private Reply widgetPress(Turn turn, Table table, Form form, FormPress press) throws InterruptedException {
        Field field = form.current().flatMap(table::field).orElse(null);
        if (field == null) {
            return view.show(turn, table, form, Line.NONE, null);
        }
        if (!form.shown().equals(FormView.options(field))) {
            Form fresh = form.at(form.at());
            return view.show(turn, table, fresh, new Line.Problem(turn.speech().say(Phrase.OPTIONS_CHANGED)), null);
        }
        Widget widget = widgets.of(field.type()).orElseThrow();
        return verdict(turn, table, form, field, widget.press(view.question(turn, table, form, field), press));
    }

    /** Handles a message inside a form; while Airtable cannot say what the table looks like, a text waits on the form. */
    public Reply input(Turn turn, Form form, PersonInput input) throws InterruptedException {
        return here(
                turn,
                form,
                (table, current) -> input(turn, table, current, input),
                failure -> waiting.wrote(turn, form, input, failure));
    }

    private Reply input(Turn turn, Table table, Form form, PersonInput input) throws InterruptedException {
        Optional<FieldId> begun = ForwardedBatch.answered(turn);
        if (begun.isPresent() && form.steps().contains(begun.get())) {
            return moreOfTheSame(turn, table, form, begun.get(), input);
        }
        Field field = form.current().flatMap(table::field).orElse(null);
        if (field == null) {
            return view.show(turn, table, form, new Line.Problem(turn.speech().say(Phrase.NEED_BUTTON)), null);
        }
        Widget widget = widgets.of(field.type()).orElseThrow();
        return verdict(turn, table, form, field, widget.read(view.question(turn, table, form, field), input));
    }

    /** One more message of a batch whose first was the answer to a step that is done: it belongs to that answer, or to none. */
    private Reply moreOfTheSame(Turn turn, Table table, Form form, FieldId id, PersonInput input)
            throws InterruptedException {
        Field field = table.field(id).orElseThrow();
        Optional<String> text = ForwardedBatch.together(form.answers().get(id), input);
        if (text.isPresent()
                && widgets.of(field.type()).orElseThrow().readText(view.question(turn, table, form, field), text.get())
                        instanceof Verdict.Taken(FormAnswer answer, var _)) {
            return view.show(turn, table, form.amended(id, answer), Line.NONE, null);
        }
        Html why = turn.speech().say(Phrase.BATCH_FIRST_COUNTS, field.name());
        return view.show(turn, table, form, new Line.Problem(why), null);
    }

    private Reply verdict(Turn turn, Table table, Form form, Field field, Verdict verdict) throws InterruptedException {
        return switch (verdict) {
            case Verdict.Taken(FormAnswer answer, Html note) -> {
                Form next = form.answered(answer);
                Html trace = trace(turn, table, next, field);
                ForwardedBatch.note(turn, field.id());
                yield view.show(turn, table, next, next.isReview() ? Line.NONE : Line.note(note), trace);
            }
            case Verdict.GoOn(var state) -> view.show(turn, table, form.withState(state), Line.NONE, null);
            case Verdict.Refused(Html why) -> view.show(turn, table, form, new Line.Problem(why), null);
        };
    }

    private Html trace(Turn turn, Table table, Form form, Field field) throws InterruptedException {
        return Html.of("✓ ")
                .plus(new FormScreens(form, table, view.cells(turn, table, form), turn.speech()).answerLine(field));
    }

    /** Closes the form a person is in: what was answered stays as a draft. */
    public Reply cancel(Turn turn, Form form) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        if (form.isEdit()) {
            Reply card = browsing.card(turn, form.table(), java.util.Objects.requireNonNull(form.record()));
            return card.saving(drafts.remove(form.id(), turn.personId()));
        }
        if (!form.hasContent()) {
            return Reply.NONE
                    .and(new Outgoing.Close(turn.speech().say(Phrase.CANCELLED)))
                    .saving(drafts.remove(form.id(), turn.personId()));
        }
        return Reply.NONE.and(new Outgoing.Close(turn.speech().say(Phrase.CANCELLED_KEPT)));
    }

    /** What to do with a form whose table is there. */
    @FunctionalInterface
    private interface Here {
        Reply go(Table table, Form form) throws InterruptedException;
    }

    /** Looks whether the table and the fields are still there and still for this person; steps that are not fall out. */
    private Reply here(Turn turn, Form form, Here then) throws InterruptedException {
        return here(turn, form, then, failure -> WaitingForm.pressed(turn, form, failure));
    }

    private Reply here(Turn turn, Form form, Here then, Function<AirtableFailure, Reply> away)
            throws InterruptedException {
        return switch (turn.base().table(form.table())) {
            case Answer.Ok<Table>(Table table) -> here(turn, table, form, then);
            case Answer.Failed<Table>(AirtableFailure failure) -> away.apply(failure);
        };
    }

    private Reply here(Turn turn, Table table, Form form, Here then) throws InterruptedException {
        Set<FieldId> present = new LinkedHashSet<>(
                view.fillable(turn, table).stream().map(Field::id).toList());
        if (!form.isEdit() && !turn.base().mayAdd(table)) {
            return noWayOn(turn.speech().say(Phrase.ADD_NOT_HERE, table.name()));
        }
        if (present.containsAll(form.steps())) {
            return then.go(table, form);
        }
        return fieldsGone(turn, table, form.keeping(List.copyOf(present)));
    }

    /** Says why a form does not go on, and where else to go. */
    private static Reply noWayOn(Html why) {
        return Reply.show(
                Screen.with(why).row(Screen.button("⌂", new Action.Home())).build());
    }

    private Reply fieldsGone(Turn turn, Table table, Form form) throws InterruptedException {
        if (form.steps().isEmpty()) {
            turn.session(session -> session.withForm(null));
            return noWayOn(turn.speech().say(Phrase.EDIT_NOT_HERE)).saving(drafts.remove(form.id(), turn.personId()));
        }
        return view.show(turn, table, form, new Line.Problem(turn.speech().say(Phrase.FIELDS_CHANGED)), null);
    }
}
