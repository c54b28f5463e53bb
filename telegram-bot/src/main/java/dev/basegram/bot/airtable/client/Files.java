package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FileContent;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.FilesApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.snapshot.Snapshots;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files into cells and out of them. */
final class Files {
    private final Flights flights;
    private final FilesApi api;
    private final SchemaCache schemas;
    private final Fetcher fetcher;
    private final Snapshots snapshots;

    Files(Flights flights, FilesApi api, SchemaCache schemas, Fetcher fetcher, Snapshots snapshots) {
        this.flights = flights;
        this.api = api;
        this.schemas = schemas;
        this.fetcher = fetcher;
        this.snapshots = snapshots;
    }

    /** Adds a file; after an answer that was lost, looks whether it is there before it is sent again. */
    Uni<Answer<AirtableRecord>> upload(Caller caller, Table table, RecordId record, FieldId field, NewFile file) {
        return flights.send(caller, api.upload(table, record, field, file)).chain(reply -> switch (reply) {
            case Reply.Got<AirtableRecord> _ -> whole(caller, table, record);
            case Reply.Down<AirtableRecord> down when down.sent() -> look(caller, table, record, field, file, reply);
            case Reply.Garbled<AirtableRecord> _ -> look(caller, table, record, field, file, reply);
            default -> failed(reply, table, record);
        });
    }

    /** The answer to an upload has the attachments only; people want to see the record. */
    private Uni<Answer<AirtableRecord>> whole(Caller caller, Table table, RecordId record) {
        return fetcher.one(caller, table, record)
                .map(answer -> answer.then(found ->
                        found.map(Answer::ok).orElseGet(() -> Answer.failed(new AirtableFailure.RecordGone(record)))));
    }

    private Uni<Answer<AirtableRecord>> look(
            Caller caller, Table table, RecordId record, FieldId field, NewFile file, Reply<AirtableRecord> reply) {
        long before = snapshots
                .held(table.id(), record)
                .map(held -> alike(held, field, file))
                .orElse(0L);
        return fetcher.one(caller, table, record)
                .chain(answer -> answer.found()
                        .flatMap(found -> found)
                        .filter(found -> alike(found, field, file) > before)
                        .map(found -> Uni.createFrom().item(Answer.ok(found)))
                        .orElseGet(() -> failed(reply, table, record)));
    }

    private static long alike(AirtableRecord record, FieldId field, NewFile file) {
        return attachments(record, field)
                .filter(held ->
                        held.size() == file.bytes().length && held.filename().equals(file.filename()))
                .count();
    }

    private static Stream<Attachment> attachments(AirtableRecord record, FieldId field) {
        return record.cell(field) instanceof CellValue.Attachments(List<Attachment> files)
                ? files.stream()
                : Stream.empty();
    }

    private Uni<Answer<AirtableRecord>> failed(Reply<AirtableRecord> reply, Table table, RecordId record) {
        Asked asked = Asked.of(schemas.base(), Scope.WRITE_RECORDS, table).about(record);
        return Uni.createFrom().item(Answer.failed(WriteFailure.of(reply, asked)));
    }

    /** Fetches a file by a link that is as new as the call. */
    Uni<Answer<FileContent>> download(
            Caller caller, Table table, RecordId record, FieldId field, String id, long mostBytes) {
        return whole(caller, table, record)
                .chain(answer -> Chains.then(answer, held -> {
                    Optional<Attachment> file = attachments(held, field)
                            .filter(attachment -> attachment.id().equals(id))
                            .findFirst();
                    if (file.isEmpty()) {
                        return Uni.createFrom().item(Answer.failed(new AirtableFailure.AttachmentGone(id)));
                    }
                    return fetch(file.get(), mostBytes);
                }));
    }

    private Uni<Answer<FileContent>> fetch(Attachment file, long mostBytes) {
        if (file.size() > mostBytes) {
            return Uni.createFrom()
                    .item(Answer.failed(new AirtableFailure.TooLarge("The file (bytes)", mostBytes, file.size())));
        }
        return api.fetch(file.url(), mostBytes).map(reply -> switch (reply) {
            case Reply.Got<byte[]>(byte[] bytes) -> Answer.ok(new FileContent(file, bytes));
            case Reply.Unfit<byte[]>(AirtableFailure failure) -> Answer.failed(failure);
            case Reply.Down<byte[]> down -> Answer.failed(new AirtableFailure.Unavailable(down.reason(), down.after()));
            default -> Answer.failed(new AirtableFailure.AttachmentGone(file.id()));
        });
    }
}
