package dev.basegram.bot.access;

import static dev.basegram.bot.access.Waiting.await;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.LinkedFile;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.UpdateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Sends what was permitted, and has each write on the account: no other class of the bot's writes to the base for a person. */
final class BaseWriter {
    private final Airtable airtable;
    private final Caller caller;
    private final Trail trail;

    BaseWriter(Airtable airtable, Caller caller, Trail trail) {
        this.airtable = airtable;
        this.caller = caller;
        this.trail = trail;
    }

    Answer<AirtableRecord> create(NewRecord record) throws InterruptedException {
        return create(List.of(record)).getFirst();
    }

    /** Makes records together, so that the client can join them; the answers are in the order of the records. */
    List<Answer<AirtableRecord>> create(List<NewRecord> records) throws InterruptedException {
        List<Trail.Creating> creating = trail.creating(records);
        List<CompletableFuture<Answer<AirtableRecord>>> sent = records.stream()
                .map(record -> Waiting.start(airtable.create(caller, record)))
                .toList();
        List<Answer<AirtableRecord>> answers = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Answer<AirtableRecord> answer = Waiting.finish(sent.get(i));
            switch (answer) {
                case Answer.Ok<AirtableRecord>(AirtableRecord made) ->
                    creating.get(i).made(made);
                case Answer.Failed<AirtableRecord>(AirtableFailure.OutcomeUnknown _) -> {
                    // It stays on disk as intended, and is looked for.
                }
                case Answer.Failed<AirtableRecord> _ -> creating.get(i).notMade();
            }
            answers.add(answer);
        }
        return answers;
    }

    /** Changes a record whatever it holds; reads it first, from memory where it is there. */
    Answer<UpdateOutcome> update(RecordChange change) throws InterruptedException {
        return switch (await(airtable.record(caller, change.table(), change.record(), Freshness.HELD))) {
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> Answer.failed(failure);
            case Answer.Ok<AirtableRecord>(AirtableRecord current) -> update(current, change);
        };
    }

    Answer<UpdateOutcome> update(AirtableRecord current, RecordChange change) throws InterruptedException {
        Trail.Pending pending =
                trail.changing(change.table(), current, change.cells().keySet(), "");
        Answer<UpdateOutcome> outcome = await(airtable.update(caller, change));
        switch (outcome) {
            case Answer.Ok<UpdateOutcome>(UpdateOutcome.Saved saved) ->
                pending.saved(saved.previous().orElse(current), saved.record());
            case Answer.Ok<UpdateOutcome>(UpdateOutcome.Conflict _) -> pending.notSaved();
            case Answer.Failed<UpdateOutcome>(AirtableFailure failure) -> failed(pending, failure);
        }
        return outcome;
    }

    Answer<RecordId> delete(TableId table, AirtableRecord current) throws InterruptedException {
        Trail.Pending pending = trail.deleting(table, current);
        Answer<RecordId> gone = await(airtable.delete(caller, table, current.id()));
        switch (gone) {
            case Answer.Ok<RecordId> _ -> pending.deleted();
            case Answer.Failed<RecordId>(AirtableFailure failure) -> failed(pending, failure);
        }
        return gone;
    }

    Answer<AirtableRecord> upload(TableId table, RecordId id, FieldId field, NewFile file) throws InterruptedException {
        return switch (await(airtable.record(caller, table, id, Freshness.HELD))) {
            case Answer.Failed<AirtableRecord> failed -> failed;
            case Answer.Ok<AirtableRecord>(AirtableRecord current) -> upload(table, current, field, file);
        };
    }

    private Answer<AirtableRecord> upload(TableId table, AirtableRecord current, FieldId field, NewFile file)
            throws InterruptedException {
        String which = Integer.toHexString(file.filename().hashCode()) + "." + file.bytes().length;
        Trail.Pending pending = trail.changing(table, current, Set.of(field), which);
        Answer<AirtableRecord> added = await(airtable.upload(caller, table, current.id(), field, file));
        switch (added) {
            case Answer.Ok<AirtableRecord>(AirtableRecord after) -> pending.saved(current, after);
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> failed(pending, failure);
        }
        return added;
    }

    Answer<AirtableRecord> link(TableId table, RecordId id, FieldId field, List<LinkedFile> files)
            throws InterruptedException {
        RecordChange change = new RecordChange(table, id, Map.of(field, new CellChange.AddFiles(files)), Map.of());
        return update(change).map(BaseWriter::recordOf);
    }

    /** Returns the record after a change that expected nothing, and so cannot be in conflict. */
    static AirtableRecord recordOf(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Saved saved -> saved.record();
            case UpdateOutcome.Conflict conflict -> conflict.current();
        };
    }

    /** A write whose outcome is unknown stays on disk as intended, and is looked into. */
    private static void failed(Trail.Pending pending, AirtableFailure failure) {
        if (!(failure instanceof AirtableFailure.OutcomeUnknown)) {
            pending.notSaved();
        }
    }
}
