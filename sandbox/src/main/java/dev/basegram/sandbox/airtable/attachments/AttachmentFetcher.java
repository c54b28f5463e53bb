package dev.basegram.sandbox.airtable.attachments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Change;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.FieldType;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Transaction;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fetches files that a record names by URL, after the request that named them was answered. As with the service, nobody
 * is told of a failure: the entry vanishes from the cell.
 */
public final class AttachmentFetcher {
    private static final int MAX_REDIRECTS = 3;

    private final Vertx vertx;
    private final LiveBase live;
    private final AttachmentStore files;
    private final HttpClient client;

    /** Fetches nothing before {@link #start}. */
    public AttachmentFetcher(Vertx vertx, LiveBase live, AttachmentStore files) {
        this.vertx = vertx;
        this.live = live;
        this.files = files;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(5_000).setMaxRedirects(MAX_REDIRECTS));
    }

    /** Listens to the base from now on. */
    public void start() {
        live.listen(this::changed);
    }

    private record Place(String tableId, String recordId, String fieldId, String attachmentId) {}

    private void changed(Base base, Change change) {
        change.tables()
                .forEach((tableId, part) -> Stream.concat(
                                part.createdRows().stream(), part.previousCells().keySet().stream())
                        .forEach(recordId -> base.table(tableId)
                                .row(recordId)
                                .ifPresent(row -> fetchMissing(base.table(tableId), row))));
    }

    private void fetchMissing(Table table, Row row) {
        for (Field field : table.fields()) {
            JsonNode cell = field.type() == FieldType.MULTIPLE_ATTACHMENTS ? row.cell(field.id()) : null;
            for (JsonNode file : cell == null ? JsonNodeFactory.instance.arrayNode() : cell) {
                if (!file.has("size")) {
                    Place place = new Place(
                            table.id(), row.id(), field.id(), file.path("id").asText());
                    vertx.runOnContext(ignored -> fetch(place, file.path("url").asText()));
                }
            }
        }
    }

    private void fetch(Place place, String url) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url)
                .setFollowRedirects(true)
                .setTimeout(30_000);
        client.request(options)
                .compose(request -> request.send())
                .compose(AttachmentFetcher::body)
                .onSuccess(fetched -> settle(place, Optional.of(fetched)))
                .onFailure(failed -> settle(place, Optional.empty()));
    }

    private record Fetched(Buffer body, String type) {}

    private static Future<Fetched> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("HTTP status " + response.statusCode());
        }
        String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("application/octet-stream");
        String plain = type.indexOf(';') < 0 ? type : type.substring(0, type.indexOf(';'));
        return response.body().map((Buffer body) -> new Fetched(body, plain));
    }

    private void settle(Place place, Optional<Fetched> fetched) {
        live.write(base -> new Origin("system", base.owner().id()), transaction -> {
            transaction
                    .base()
                    .find(place.tableId())
                    .ifPresent(table -> table.row(place.recordId())
                            .ifPresent(row -> replace(transaction, table, row, place, fetched)));
            return place;
        });
    }

    private void replace(Transaction transaction, Table table, Row row, Place place, Optional<Fetched> fetched) {
        Optional<Field> field = table.find(place.fieldId());
        JsonNode before = row.cell(place.fieldId());
        if (field.isEmpty() || before == null) {
            return;
        }
        ArrayNode cell = JsonNodeFactory.instance.arrayNode();
        for (JsonNode file : before) {
            if (!file.path("id").asText().equals(place.attachmentId())) {
                cell.add(file);
            } else {
                fetched.ifPresent(got -> cell.add(kept(file, got)));
            }
        }
        transaction.set(table, row, field.get(), cell.isEmpty() ? null : cell);
    }

    private ObjectNode kept(JsonNode file, Fetched fetched) {
        return files.keep(
                file.path("id").asText(),
                file.path("filename").asText(),
                fetched.body().getBytes(),
                fetched.type());
    }
}
