package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.RowScope;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which records of a table a condition holds for, as Airtable itself works it out.
 *
 * <p>This is the one place from where rows are asked for by a formula on somebody's behalf: whatever is asked is joined by AND with the
 * scope that they are bound to, and what the scope cannot tell Airtable is applied to what comes back.
 */
final class Matching {
    private static final int MOST_PAGES = 10;

    private final Flights flights;
    private final RecordsApi api;
    private final BaseId base;

    Matching(Flights flights, RecordsApi api, BaseId base) {
        this.flights = flights;
        this.api = api;
        this.base = base;
    }

    /**
     * Rows that came back.
     *
     * @param more whether there may be more than was read
     */
    record Found(List<AirtableRecord> records, boolean more) {}

    /** Returns the ids of all rows of a scope, however many, for which a condition holds. */
    Uni<Answer<Set<RecordId>>> ids(Caller caller, Table table, RowScope scope, Condition asked) {
        return pages(
                        caller,
                        table,
                        request(scope, asked, List.of(table.primaryField())),
                        new Reading(scope, _ -> true, -1))
                .map(answer -> answer.map(found ->
                        found.records().stream().map(AirtableRecord::id).collect(Collectors.toUnmodifiableSet())));
    }

    /**
     * Returns rows of a scope for which a condition holds.
     *
     * @param wanted which of them count
     * @param most how many are enough; reading ends with the page that brings them, or after ten
     */
    Uni<Answer<Found>> rows(
            Caller caller, Table table, RowScope scope, Condition asked, Predicate<AirtableRecord> wanted, int most) {
        return pages(caller, table, request(scope, asked, List.of()), new Reading(scope, wanted, most));
    }

    private static ListRequest request(RowScope scope, Condition asked, List<FieldId> fields) {
        return new ListRequest(
                scope.view().orElse(null),
                scope.condition()
                        .map(bound -> Condition.all(List.of((Condition) bound, asked)))
                        .orElse(asked),
                List.of(),
                fields,
                ListRequest.MOST,
                null,
                false);
    }

    private Uni<Answer<Found>> pages(Caller caller, Table table, ListRequest request, Reading reading) {
        return flights.share(List.of(table.id(), request), caller, () -> api.list(table, request))
                .reply()
                .map(reply -> Meaning.of(
                        reply, Asked.of(base, Scope.READ_RECORDS, table).in(request.view())))
                .chain(answer -> switch (answer) {
                    case Answer.Failed<Page>(AirtableFailure failure) ->
                        Uni.createFrom().item(Answer.failed(failure));
                    case Answer.Ok<Page>(Page page) -> {
                        reading.take(page);
                        String offset = page.offset();
                        yield offset == null || reading.isEnough()
                                ? Uni.createFrom().item(Answer.ok(reading.found(offset != null)))
                                : pages(caller, table, request.from(offset), reading);
                    }
                });
    }

    /** What has been read so far; pages come one after the other. */
    private static final class Reading {
        private final RowScope scope;
        private final Predicate<AirtableRecord> wanted;
        private final int most;
        private final Map<RecordId, AirtableRecord> records = new LinkedHashMap<>();
        private int pages;

        /**
         * Begins to read.
         *
         * @param most how many are enough; negative for all there are
         */
        Reading(RowScope scope, Predicate<AirtableRecord> wanted, int most) {
            this.scope = scope;
            this.wanted = wanted;
            this.most = most;
        }

        void take(Page page) {
            pages++;
            page.records().stream()
                    .filter(scope.rest())
                    .filter(wanted)
                    .forEach(record -> records.put(record.id(), record));
        }

        boolean isEnough() {
            return most >= 0 && (records.size() >= most || pages >= MOST_PAGES);
        }

        Found found(boolean more) {
            return new Found(List.copyOf(records.values()), more);
        }
    }
}
