package dev.basegram.bot.chat.form;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.widget.FormAnswer;
import dev.basegram.bot.chat.widget.WidgetState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form on its way. Immutable; each change makes the next revision, which the buttons of the screen before do not carry.
 *
 * @param id 1–16 characters of {@code 0-9a-z}
 * @param key names the record it will create, once and for all
 * @param table the table it is for
 * @param record the record it edits; null for a new one
 * @param steps the fields to ask for, in order
 * @param at the step that is asked now; the number of steps when all are done
 * @param single whether one answer is being changed from the review, to which it then returns
 * @param answers what was answered so far
 * @param state what the widget of this step remembers
 * @param shown fingerprint of the field's options as the screen showed them
 * @param seen what the touched field of the record held when the edit began; empty for a new record
 * @param conflict what it holds now, where somebody changed it meanwhile; null while nobody has
 * @param waiting a text that came for the current step while Airtable could not say how to read it; null for none. Any other
 *     change of the form lets go of it
 * @param revision counts changes
 */
public record Form(
        String id,
        String key,
        TableId table,
        @Nullable RecordId record,
        List<FieldId> steps,
        int at,
        boolean single,
        Map<FieldId, FormAnswer> answers,
        WidgetState state,
        String shown,
        CellValue seen,
        @Nullable CellValue conflict,
        @Nullable String waiting,
        int revision) {
    /** Creates copies. */
    public Form {
        steps = List.copyOf(steps);
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Returns an empty form for a new record. */
    static Form adding(String id, String key, TableId table, List<FieldId> steps) {
        return new Form(
                id, key, table, null, steps, 0, false, Map.of(), WidgetState.NEW, "", CellValue.empty(), null, null, 0);
    }

    /** Returns a form that changes one field of a record. */
    static Form editing(String id, String key, TableId table, RecordId record, FieldId field, CellValue seen) {
        return new Form(
                id, key, table, record, List.of(field), 0, false, Map.of(), WidgetState.NEW, "", seen, null, null, 0);
    }

    /** Tells whether it changes a record that exists. */
    boolean isEdit() {
        return record != null;
    }

    /** Tells whether every step is done. */
    boolean isReview() {
        return at >= steps.size();
    }

    /** Returns the field that is asked for now; empty on the review. */
    Optional<FieldId> current() {
        return isReview() ? Optional.empty() : Optional.of(steps.get(at));
    }

    /** Returns the form with an answer to the current step, at the next one; from a single change back at the review. */
    Form answered(FormAnswer answer) {
        Map<FieldId, FormAnswer> all = new LinkedHashMap<>(answers);
        all.put(steps.get(at), answer);
        return moved(single ? steps.size() : at + 1, false, all);
    }

    /** Returns the form with another answer to a step that is done, where it is. */
    Form amended(FieldId field, FormAnswer answer) {
        Map<FieldId, FormAnswer> all = new LinkedHashMap<>(answers);
        all.put(field, answer);
        return new Form(
                id, key, table, record, steps, at, single, all, state, shown, seen, conflict, null, revision + 1);
    }

    /** Returns the form at another step. */
    Form at(int step) {
        return moved(Math.clamp(step, 0, steps.size()), false, answers);
    }

    /** Returns the form changing one answer from the review. */
    Form changing(int step) {
        return moved(Math.clamp(step, 0, steps.size()), true, answers);
    }

    private Form moved(int step, boolean onlyThis, Map<FieldId, FormAnswer> all) {
        return new Form(
                id,
                key,
                table,
                record,
                steps,
                step,
                onlyThis,
                all,
                WidgetState.NEW,
                "",
                seen,
                null,
                null,
                revision + 1);
    }

    /** Returns the form with the widget's new state. */
    Form withState(WidgetState other) {
        return new Form(
                id, key, table, record, steps, at, single, answers, other, shown, seen, conflict, null, revision + 1);
    }

    /** Returns the form as shown: begun by its widget, with its options. */
    Form asShown(WidgetState begun, String options) {
        return new Form(
                id, key, table, record, steps, at, single, answers, begun, options, seen, conflict, null, revision);
    }

    /** Returns the form, unchanged on its screen, with a text to read at its current step once Airtable answers again. */
    Form waitingWith(String text) {
        return new Form(
                id, key, table, record, steps, at, single, answers, state, shown, seen, conflict, text, revision);
    }

    /** Returns the form with what somebody else wrote meanwhile. */
    Form conflicting(CellValue now) {
        return new Form(
                id, key, table, record, steps, at, single, answers, state, shown, seen, now, null, revision + 1);
    }

    /** Returns the form ready to write over what somebody else wrote. */
    Form overwriting() {
        CellValue theirs = conflict == null ? seen : conflict;
        return new Form(
                id, key, table, record, steps, at, single, answers, state, shown, theirs, null, null, revision + 1);
    }

    /** Returns the form without the steps that are no longer there. */
    Form keeping(List<FieldId> present) {
        List<FieldId> kept = new ArrayList<>(steps);
        kept.retainAll(present);
        Map<FieldId, FormAnswer> left = new LinkedHashMap<>(answers);
        left.keySet().retainAll(present);
        int done = (int) steps.subList(0, Math.min(at, steps.size())).stream()
                .filter(present::contains)
                .count();
        return new Form(
                id,
                key,
                table,
                record,
                kept,
                done,
                single,
                left,
                WidgetState.NEW,
                "",
                seen,
                conflict,
                null,
                revision + 1);
    }

    /** Returns the values to write: those answered with one. */
    Map<FieldId, CellValue> values() {
        Map<FieldId, CellValue> values = new LinkedHashMap<>();
        answers.forEach((field, answer) -> {
            if (answer instanceof FormAnswer.Value(CellValue value)) {
                values.put(field, value);
            }
        });
        return values;
    }

    /** Tells whether anything was answered with more than a skip, or waits to be read. */
    boolean hasContent() {
        return waiting != null || answers.values().stream().anyMatch(answer -> !(answer instanceof FormAnswer.Skipped));
    }
}
