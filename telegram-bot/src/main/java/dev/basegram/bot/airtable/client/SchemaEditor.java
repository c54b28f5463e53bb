package dev.basegram.bot.airtable.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.SchemaApi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** Sends changes of the schema, and looks at the schema for what came of them. */
final class SchemaEditor implements SchemaEdits {
    private final Flights flights;
    private final SchemaApi api;
    private final SchemaCache schemas;

    SchemaEditor(Flights flights, SchemaApi api, SchemaCache schemas) {
        this.flights = flights;
        this.api = api;
        this.schemas = schemas;
    }

    @Override
    public Uni<Answer<Table>> createTable(Caller caller, NewTable table) {
        return make(caller, api.createTable(table), schema -> schema.tableNamed(table.name()));
    }

    @Override
    public Uni<Answer<Table>> addField(Caller caller, TableId id, NewField field) {
        return make(
                caller,
                api.createField(id, field),
                schema -> schema.table(id)
                        .filter(table -> table.fieldNamed(field.name()).isPresent()));
    }

    @Override
    public Uni<Answer<Table>> rename(Caller caller, TableId id, String name) {
        return make(
                caller,
                api.rename(id, name),
                schema -> schema.table(id).filter(table -> table.name().equals(name)));
    }

    private Uni<Answer<Table>> make(Caller caller, Call<JsonNode> call, Function<Schema, Optional<Table>> look) {
        return flights.send(caller, call)
                .chain(reply -> schemas.refresh(caller)
                        .map(answer -> answer.then(schema ->
                                look.apply(schema).map(Answer::ok).orElseGet(() -> Answer.failed(why(reply))))));
    }

    private AirtableFailure why(Reply<JsonNode> reply) {
        Answer<JsonNode> meant = Meaning.of(reply, new Asked(schemas.base(), Scope.WRITE_SCHEMA, null, null, null));
        return meant.reason()
                .orElseGet(() -> new AirtableFailure.BadAnswer("said done, and the schema shows no trace of it"));
    }
}
