package dev.basegram.bot.chat.action;

import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.text.Language;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a press asks for. Navigation carries all it needs and so works for ever; a press inside a form names the form and the
 * step it was made for. Anyone can send any of these: having decoded one grants nothing.
 */
public sealed interface Action {
    /** Shows the start screen. */
    record Home() implements Action {}

    /**
     * Shows a page of a table.
     *
     * @param page from 0
     */
    record Browse(TableId table, Optional<ViewId> view, int page) implements Action {}

    /** Shows the views of a table. */
    record Views(TableId table) implements Action {}

    /** A press on one of the screens that narrow a list. */
    record Filter(FilterPress press) implements Action {}

    /** Shows a record. */
    record Open(TableId table, RecordId record) implements Action {}

    /** Shows a long text in full. */
    record More(TableId table, RecordId record, FieldId field) implements Action {}

    /**
     * Sends the files of a field, as many as make one album.
     *
     * @param page which of its albums, from 0
     */
    record Files(TableId table, RecordId record, FieldId field, int page) implements Action {
        /** Sends the first. */
        public Files(TableId table, RecordId record, FieldId field) {
            this(table, record, field, 0);
        }
    }

    /** Shows the records that a field links to. */
    record Linked(TableId table, RecordId record, FieldId field) implements Action {}

    /** Asks in which table to add. */
    record AddWhere() implements Action {}

    /** Starts the form for a new record. */
    record Add(TableId table) implements Action {}

    /** Shows the fields of a record that can be edited. */
    record Edit(TableId table, RecordId record) implements Action {}

    /** Starts editing one field. */
    record EditField(TableId table, RecordId record, FieldId field) implements Action {}

    /**
     * Sets a single select at one tap.
     *
     * @param choice its place among the field's choices
     * @param seen fingerprint of the choices and the value the button was made for
     */
    record SetChoice(TableId table, RecordId record, FieldId field, int choice, Fingerprint seen) implements Action {}

    /** Shows every option of a single select, each to be set at one tap. */
    record Stages(TableId table, RecordId record, FieldId field) implements Action {}

    /** Asks whether to delete a record. */
    record AskDelete(TableId table, RecordId record) implements Action {}

    /** Deletes a record after the time in which it can be taken back. */
    record Delete(TableId table, RecordId record) implements Action {}

    /**
     * Takes a change back.
     *
     * @param change its id in our store
     */
    record Undo(String change) implements Action {}

    /** Asks what to look for: in one table or in all. */
    record Find(Optional<TableId> table) implements Action {}

    /**
     * Shows a page of what the last search found.
     *
     * @param page from 0
     * @param words fingerprint of the words searched for
     */
    record Found(Optional<TableId> table, int page, Fingerprint words) implements Action {}

    /** Shows the unfinished forms. */
    record Drafts() implements Action {}

    /** Goes on with an unfinished form. */
    record Resume(String draft) implements Action {}

    /** Throws an unfinished form away. */
    record Discard(String draft) implements Action {}

    /** Chooses a language. */
    record SetLanguage(Language language) implements Action {}

    /** Chooses a time zone. */
    record SetZone(ZoneId zone) implements Action {}

    /**
     * A press inside a form.
     *
     * @param form the form's id
     * @param revision the state of the form that the button belongs to
     * @param press what was pressed
     */
    record InForm(String form, int revision, FormPress press) implements Action {}

    /** A press on one of the screens about people. */
    record People(PeoplePress press) implements Action {}

    /**
     * A press on a screen that is a command's own.
     *
     * @param screen the screen's name
     * @param data what it means to the screen, up to 50 of {@code A-Za-z0-9._-}
     */
    record Own(String screen, String data) implements Action {}

    /**
     * Shows who changed what.
     *
     * @param page from 0
     */
    record Audit(AuditFilter filter, int page) implements Action {}

    /** A button that only shows something. */
    record Nothing() implements Action {}
}
