package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.RecordsApi;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which records a condition holds for, as Airtable itself works it out; nothing but their ids is kept. */
final class Matching {
    private final Flights flights;
    private final RecordsApi api;
    private final BaseId base;

    Matching(Flights flights, RecordsApi api, BaseId base) {
        this.flights = flights;
        this.api = api;
        this.base = base;
    }

    Uni<Answer<Set<RecordId>>> find(Caller caller, Table table, Condition condition) {
        var first = new ListRequest(
                null, condition, List.of(), List.of(table.primaryField()), ListRequest.MOST, null, false);
        return page(caller, table, first, new LinkedHashSet<>());
    }

    private Uni<Answer<Set<RecordId>>> page(Caller caller, Table table, ListRequest request, Set<RecordId> found) {
        return flights.share(List.of(table.id(), request), caller, () -> api.list(table, request))
                .reply()
                .map(reply -> Meaning.of(reply, Asked.of(base, Scope.READ_RECORDS, table)))
                .chain(answer -> switch (answer) {
                    case Answer.Failed<Page>(AirtableFailure failure) ->
                        Uni.createFrom().item(Answer.failed(failure));
                    case Answer.Ok<Page>(Page page) -> {
                        page.records().stream().map(AirtableRecord::id).forEach(found::add);
                        String offset = page.offset();
                        yield offset == null
                                ? Uni.createFrom().item(Answer.ok(Set.copyOf(found)))
                                : page(caller, table, request.from(offset), found);
                    }
                });
    }
}
