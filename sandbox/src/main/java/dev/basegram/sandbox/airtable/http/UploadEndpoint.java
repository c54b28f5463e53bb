package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.FieldType;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import java.util.Base64;
import java.util.List;

/** airtable.com/developers/web/api/upload-attachment, of the content host: appends one file to a cell. */
final class UploadEndpoint {
    private static final int MAX_BYTES = 5 * 1024 * 1024;

    private final LiveBase live;
    private final AttachmentStore files;
    private final AttachmentLinks links;

    UploadEndpoint(LiveBase live, AttachmentStore files, AttachmentLinks links) {
        this.live = live;
        this.files = files;
        this.links = links;
    }

    private record Place(Table table, Row row, Field field) {}

    Answer upload(ApiRequest request) {
        request.token().mayWrite();
        byte[] bytes = bytes(request.body().path("file"));
        String type = text(request, "contentType");
        String filename = text(request, "filename");
        return live.write(base -> Origin.publicApi(base.owner()), transaction -> {
            Base base = request.base(transaction.base());
            Place place = place(request, base);
            ArrayNode cell = JsonNodeFactory.instance.arrayNode();
            JsonNode before = place.row().cell(place.field().id());
            if (before != null) {
                before.forEach(cell::add);
            }
            cell.add(files.keep(base.ids().next("att"), filename, bytes, type));
            transaction.set(place.table(), place.row(), place.field(), cell);
            RecordJson json = new RecordJson(base, live.clock(), links.from(request.root()), Output.BY_FIELD_ID);
            return Answer.ok(json.record(place.table(), place.row(), List.of(place.field())));
        });
    }

    private static Place place(ApiRequest request, Base base) {
        String recordId = request.param("record");
        for (Table table : base.tables()) {
            Row row = table.row(recordId).orElse(null);
            if (row != null) {
                Field field = table.find(request.param("field")).orElseThrow(Refusal::notFoundOrForbidden);
                if (field.type() != FieldType.MULTIPLE_ATTACHMENTS) {
                    throw Refusal.invalid(
                            "INVALID_VALUE_FOR_COLUMN",
                            "Field \"" + field.name() + "\" cannot accept the provided value");
                }
                return new Place(table, row, field);
            }
        }
        throw ReadEndpoints.missing(recordId);
    }

    private static String text(ApiRequest request, String key) {
        String text = request.body().path(key).asText("");
        if (text.isBlank()) {
            throw Refusal.malformed();
        }
        return text;
    }

    private static byte[] bytes(JsonNode file) {
        try {
            byte[] bytes = Base64.getDecoder().decode(file.asText(""));
            if (bytes.length > MAX_BYTES) {
                throw new Refusal(413, "REQUEST_TOO_LARGE", "The file is larger than 5 MB.");
            }
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.malformed();
        }
        throw Refusal.malformed();
    }
}
