package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.SchemaWriter;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Transaction;
import dev.basegram.sandbox.airtable.base.User;
import java.util.function.Function;

/** Who the token is, which bases it sees, and their schema. */
final class MetaEndpoints {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LiveBase live;

    MetaEndpoints(LiveBase live) {
        this.live = live;
    }

    /** airtable.com/developers/web/api/get-user-id-scopes; scopes are told of OAuth tokens only. */
    Answer whoami() {
        return live.read(base -> Answer.ok(JSON.objectNode()
                .put("id", base.owner().id())
                .put("email", base.owner().email())));
    }

    /** airtable.com/developers/web/api/list-bases. */
    Answer bases(ApiRequest request) {
        request.token().mayReadSchema();
        return live.read(base -> {
            ObjectNode answer = JSON.objectNode();
            ArrayNode bases = answer.putArray("bases");
            if (!request.token().seesNoBase()) {
                bases.addObject().put("id", base.id()).put("name", base.name()).put("permissionLevel", "create");
            }
            return Answer.ok(answer);
        });
    }

    /** airtable.com/developers/web/api/get-base-collaborators. */
    Answer collaborators(ApiRequest request) {
        return live.read(served -> {
            Base base = request.base(served);
            ObjectNode answer = JSON.objectNode()
                    .put("id", base.id())
                    .put("name", base.name())
                    .put("permissionLevel", "create");
            ArrayNode users = answer.putObject("individualCollaborators").putArray("baseCollaborators");
            for (User user : base.users()) {
                users.addObject()
                        .put("userId", user.id())
                        .put("email", user.email())
                        .put("permissionLevel", user.equals(base.owner()) ? "create" : "edit");
            }
            return Answer.ok(answer);
        });
    }

    /** airtable.com/developers/web/api/get-base-schema. */
    Answer schema(ApiRequest request) {
        request.token().mayReadSchema();
        boolean visible = request.query().path("include").toString().contains("visibleFieldIds");
        return live.read(served -> {
            ObjectNode answer = JSON.objectNode();
            ArrayNode tables = answer.putArray("tables");
            request.base(served).tables().forEach(table -> tables.add(SchemaJson.table(table, visible)));
            return Answer.ok(answer);
        });
    }

    private <T> T write(ApiRequest request, Function<Transaction, T> writing) {
        request.token().mayWrite();
        return live.write(base -> Origin.publicApi(request.base(base).owner()), writing);
    }

    /** airtable.com/developers/web/api/create-table. */
    Answer createTable(ApiRequest request) {
        return write(
                request,
                transaction ->
                        Answer.ok(SchemaJson.table(new SchemaWriter(transaction).createTable(request.body()), false)));
    }

    /** airtable.com/developers/web/api/update-table. */
    Answer updateTable(ApiRequest request) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            new SchemaWriter(transaction).updateTable(table, request.body());
            return Answer.ok(SchemaJson.table(table, false));
        });
    }

    /** airtable.com/developers/web/api/create-field. */
    Answer createField(ApiRequest request) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            return Answer.ok(SchemaJson.field(new SchemaWriter(transaction).createField(table, request.body())));
        });
    }

    /** airtable.com/developers/web/api/update-field. */
    Answer updateField(ApiRequest request) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            Field field = table.find(request.param("field")).orElseThrow(Refusal::notFoundOrForbidden);
            return Answer.ok(SchemaJson.field(new SchemaWriter(transaction).updateField(table, field, request.body())));
        });
    }
}
