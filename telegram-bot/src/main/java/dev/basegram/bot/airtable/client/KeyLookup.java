package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.formula.Expression;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.Optional;

/** Finds the record that carries a key. */
final class KeyLookup {
    private final Flights flights;
    private final RecordsApi api;

    KeyLookup(Flights flights, RecordsApi api) {
        this.flights = flights;
        this.api = api;
    }

    /** Returns the oldest record with this key; empty where there is none, or it could not be found out. */
    Uni<Optional<AirtableRecord>> oldest(Caller caller, Table table, Field field, String key) {
        return look(caller, table, field, key)
                .map(reply ->
                        reply instanceof Reply.Got<Optional<AirtableRecord>>(var found) ? found : Optional.empty());
    }

    /** Looks for the oldest record with this key. */
    Uni<Reply<Optional<AirtableRecord>>> look(Caller caller, Table table, Field field, String key) {
        var request = ListRequest.where(Condition.equal(Expression.field(field.id()), Expression.text(key)));
        return flights.send(caller, api.list(table, request))
                .map(reply ->
                        reply.map(page -> page.records().stream().min(Comparator.comparing(AirtableRecord::created))));
    }
}
