package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Ids;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lists and gets records. */
final class ReadEndpoints {
    private final LiveBase live;
    private final Pages pages;
    private final AttachmentLinks links;

    ReadEndpoints(LiveBase live, Pages pages, AttachmentLinks links) {
        this.live = live;
        this.pages = pages;
        this.links = links;
    }

    /** airtable.com/developers/web/api/list-records, by GET or by POST. */
    Answer list(ApiRequest request) {
        return live.read(base -> page(request, base));
    }

    private Answer page(ApiRequest request, Base base) {
        Table table = request.table(base);
        ObjectNode given = request.body().deepCopy();
        request.query().properties().forEach(entry -> given.set(entry.getKey(), entry.getValue()));
        ListRequest list = ListRequest.of(table, given);
        RecordJson json = new RecordJson(base, live.clock(), links.from(request.root()), list.output());
        Pages.Position position =
                list.offset().isEmpty() ? begin(base, table, list, json) : pages.at(list.offset(), table.id());
        int end = Math.min(position.recordIds().size(), position.from() + list.pageSize());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode records = answer.putArray("records");
        Collection<Field> fields = list.fields() == null ? table.fields() : list.fields();
        for (String recordId : position.recordIds().subList(position.from(), end)) {
            table.row(recordId).ifPresent(row -> records.add(record(table, row, fields, list, json)));
        }
        if (end < position.recordIds().size()) {
            answer.put("offset", position.offsetAt(end));
        }
        return Answer.ok(answer);
    }

    private static ObjectNode record(
            Table table, Row row, Collection<Field> fields, ListRequest list, RecordJson json) {
        ObjectNode record = json.record(table, row, fields);
        return list.commentCount() ? record.put("commentCount", row.comments().size()) : record;
    }

    private Pages.Position begin(Base base, Table table, ListRequest list, RecordJson json) {
        List<String> recordIds = list.query().rows(table, json.computation()).stream()
                .limit(list.maxRecords())
                .map(Row::id)
                .toList();
        return recordIds.size() > list.pageSize()
                ? pages.begin(base.ids(), table.id(), recordIds)
                : new Pages.Position("", recordIds, 0);
    }

    /** airtable.com/developers/web/api/get-record; finds a record of another table of the base too. */
    Answer get(ApiRequest request) {
        return live.read(base -> {
            Table named = request.table(base);
            String recordId = request.param("record");
            RecordJson json =
                    new RecordJson(base, live.clock(), links.from(request.root()), Output.of(request.query()));
            Optional<ObjectNode> here = named.row(recordId).map(row -> json.record(named, row));
            Optional<ObjectNode> anywhere = here.or(() -> base.tables().stream()
                    .flatMap(table -> table.row(recordId).stream().map(row -> json.record(table, row)))
                    .findFirst());
            return Answer.ok(anywhere.orElseThrow(() -> missing(recordId)));
        });
    }

    /** A malformed id is no route; a well-formed one is a record that is gone. */
    static Refusal missing(String recordId) {
        return Ids.isRecordId(recordId)
                ? new Refusal(404, "MODEL_ID_NOT_FOUND", "Record not found")
                : new Refusal(404, "NOT_FOUND", "");
    }
}
