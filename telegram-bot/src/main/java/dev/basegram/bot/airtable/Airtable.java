package dev.basegram.bot.airtable;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One base, read from memory where possible and written with care.
 *
 * <p>Every {@link Uni} gives an {@link Answer}; it fails with an exception only for a bug. Nothing happens until it is subscribed
 * to; cancelling it gives up waiting, and a write that has left is not called back. Answers arrive on any thread, an event loop
 * included: callers that block move off it first. Thread-safe.
 */
public interface Airtable {
    /** Returns which base this is. */
    BaseId base();

    /** Returns the schema, from memory unless it is older than ten minutes; then the old one is given and a new one read. */
    Uni<Answer<Schema>> schema(Caller caller);

    /** Reads the schema anew. */
    Uni<Answer<Schema>> refreshSchema(Caller caller);

    /**
     * Returns the records of a table in the base's own order, from memory; Airtable is asked only the first time, and behind the
     * caller's back when they have aged.
     */
    Uni<Answer<Snapshot>> table(Caller caller, TableId table);

    /** Returns the records of a view in its order, as {@link #table} does. */
    Uni<Answer<Snapshot>> view(Caller caller, TableId table, ViewId view);

    /** Reads a table or a view anew: {@code view} empty means the table. */
    Uni<Answer<Snapshot>> refresh(Caller caller, TableId table, Optional<ViewId> view);

    /** Returns a record; {@link AirtableFailure.RecordGone} where the table has none with this id. */
    Uni<Answer<AirtableRecord>> record(Caller caller, TableId table, RecordId record, Freshness freshness);

    /**
     * Returns several records of a table, up to 100 of them with one call; those that are gone are not in the answer. Meant for the
     * names of linked records.
     */
    Uni<Answer<Map<RecordId, AirtableRecord>>> records(
            Caller caller, TableId table, Collection<RecordId> records, Freshness freshness);

    /**
     * Looks for words in the records of a table as memory holds them; where that is not all of them, Airtable is asked too, with the
     * words and the scope of the query in one condition.
     */
    Uni<Answer<SearchResult>> search(Caller caller, SearchQuery query);

    /**
     * Returns the records of a table for which a formula holds, worked out by Airtable now: a call for each hundred of them.
     *
     * @param adminFormula what an administrator wrote, the only text that reaches Airtable as it is: never from anyone else, and never
     *     with anything of a person put into it
     */
    Uni<Answer<Set<RecordId>>> matching(Caller caller, TableId table, String adminFormula);

    /** Returns those of the records that a scope lets through, as Airtable says now: a call for each hundred of them. */
    Uni<Answer<Set<RecordId>>> within(Caller caller, TableId table, RowScope scope, Collection<RecordId> records);

    /**
     * Creates a record, once: asked again with the same key, in this process or the next, it gives the record made the first time.
     */
    Uni<Answer<AirtableRecord>> create(Caller caller, NewRecord record);

    /**
     * Looks for the record that a creation has made, in this process or one before, and makes none; empty where it made none.
     *
     * @param record the creation as it was asked for: its cells tell the record where the table has no place for its key
     */
    Uni<Answer<Optional<AirtableRecord>>> made(Caller caller, NewRecord record);

    /** Changes the touched fields of a record. */
    Uni<Answer<UpdateOutcome>> update(Caller caller, RecordChange change);

    /** Deletes a record and returns its id; one that is gone already counts as deleted. */
    Uni<Answer<RecordId>> delete(Caller caller, TableId table, RecordId record);

    /** Returns the newest comments of a record, newest first, at most 100. */
    Uni<Answer<List<Comment>>> comments(Caller caller, TableId table, RecordId record);

    /** Writes a comment; its author at Airtable is the token's user, so the text should say who it is from. */
    Uni<Answer<Comment>> comment(Caller caller, TableId table, RecordId record, String text);

    /** Adds a file to a cell and returns the record as it is then. */
    Uni<Answer<AirtableRecord>> upload(Caller caller, TableId table, RecordId record, FieldId field, NewFile file);

    /**
     * Fetches a file from a cell. The record is read first, since links expire; the file itself costs no call of the budget.
     *
     * @param mostBytes a larger file is {@link AirtableFailure.TooLarge} and not fetched
     */
    Uni<Answer<FileContent>> download(
            Caller caller, TableId table, RecordId record, FieldId field, String attachment, long mostBytes);

    /** Finds out what the token may do. Costs up to eight calls, none of which changes anything. */
    Uni<Answer<AccessCheck>> checkAccess(Caller caller);

    /** Tells that records were changed by others, so that memory reads them anew when next asked. */
    void changed(TableId table, Collection<RecordId> records);

    /** Returns how the client is doing; from memory, at once. */
    AirtableStatus status();
}
