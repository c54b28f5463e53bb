package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.airtable.json.RecordReader;
import dev.basegram.bot.config.BotSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Base64;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Files in and out ({@code airtable.com/developers/web/api/upload-attachment}). */
@Singleton
public final class FilesApi {
    private final ContentRest content;
    private final FileRest files;
    private final Wire wire;
    private final String base;

    FilesApi(@RestClient ContentRest content, @RestClient FileRest files, Wire wire, BotSettings settings) {
        this.content = content;
        this.files = files;
        this.wire = wire;
        this.base = settings.airtable().baseId();
    }

    /** Adds a file to a cell; sent twice, it is there twice. */
    public Call<AirtableRecord> upload(Table table, RecordId record, FieldId field, NewFile file) {
        if (file.bytes().length > NewFile.MOST_BYTES) {
            return Call.unfit(
                    "upload",
                    new AirtableFailure.TooLarge("The file (bytes)", NewFile.MOST_BYTES, file.bytes().length));
        }
        byte[] body = Json.bytes(Json.object()
                .put("contentType", file.contentType())
                .put("filename", file.filename())
                .put("file", Base64.getEncoder().encodeToString(file.bytes())));
        var reader = new RecordReader(table);
        return wire.call(
                "upload", Safety.ONCE, () -> content.upload(base, record.value(), field.value(), body), reader::read);
    }

    /** Fetches a file by its link, without the token. This is no call of the API: it counts for no limit. */
    public Uni<Reply<byte[]>> fetch(String url, long mostBytes) {
        return wire.fetch(() -> files.get(url), mostBytes).map(answer -> switch (answer) {
            case HttpAnswer.Came came when came.isSuccess() -> new Reply.Got<>(came.body());
            case HttpAnswer.Came came
            when came.status() >= 500 -> new Reply.Down<>("HTTP " + came.status(), came.after(), false);
            case HttpAnswer.Came came -> new Reply.Refused<>(new ApiError(came.status(), "", ""));
            case HttpAnswer.NotSent(String reason) -> new Reply.Down<>(reason, null, false);
            case HttpAnswer.Lost(String reason) -> new Reply.Down<>(reason, null, false);
            case HttpAnswer.Oversized _ ->
                new Reply.Unfit<>(new AirtableFailure.TooLarge("The file (bytes)", mostBytes, mostBytes + 1));
        });
    }
}
