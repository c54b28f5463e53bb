package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.gate.Flight;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.ApiError;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a whole table or view, page after page.
 *
 * <p>Rows that change meanwhile may come twice, and count once. When Airtable has forgotten where the last page ended, it begins
 * again, once. Pages come one after the other; {@link #join} may be called by any thread.
 */
final class Load {
    private static final Set<String> FORGOTTEN = Set.of("LIST_RECORDS_ITERATOR_NOT_AVAILABLE", "INVALID_OFFSET_VALUE");

    private final Flights flights;
    private final RecordsApi api;
    private final Table table;
    private final Optional<ViewId> view;
    private final Asked asked;
    private final int cap;
    private final Instant startedAt;
    private final Map<RecordId, AirtableRecord> records = new LinkedHashMap<>();
    private final Consumer<Load> afterFirstPage;
    private int pages;
    private boolean truncated;
    private boolean beganAgain;
    private volatile Caller caller;
    private volatile @Nullable Flight<Page> current;

    Load(
            Flights flights,
            RecordsApi api,
            Caller caller,
            Table table,
            Optional<ViewId> view,
            Asked asked,
            int cap,
            Instant startedAt,
            Consumer<Load> afterFirstPage) {
        this.flights = flights;
        this.api = api;
        this.caller = caller;
        this.table = table;
        this.view = view;
        this.asked = asked;
        this.cap = cap;
        this.startedAt = startedAt;
        this.afterFirstPage = afterFirstPage;
    }

    /** Lets a caller wait for this reading too: what is left of it goes on that caller's turns if they come sooner. */
    void join(Caller other) {
        if (other.lane().compareTo(caller.lane()) < 0) {
            caller = other;
        }
        Flight<Page> flight = current;
        if (flight != null) {
            flight.join(other);
        }
    }

    /** Reads to the end, or to the cap. */
    Uni<Answer<Load>> run() {
        return page(ListRequest.all(view.orElse(null)));
    }

    private Uni<Answer<Load>> page(ListRequest request) {
        Flight<Page> flight = flights.share(List.of(table.id(), request), caller, () -> api.list(table, request));
        current = flight;
        return flight.reply().chain(reply -> next(request, reply));
    }

    private Uni<Answer<Load>> next(ListRequest request, Reply<Page> reply) {
        if (reply instanceof Reply.Refused<Page>(ApiError error) && FORGOTTEN.contains(error.type()) && !beganAgain) {
            beganAgain = true;
            records.clear();
            pages = 0;
            return page(ListRequest.all(view.orElse(null)));
        }
        return switch (Meaning.of(reply, asked)) {
            case Answer.Failed<Page>(AirtableFailure failure) ->
                Uni.createFrom().item(Answer.failed(failure));
            case Answer.Ok<Page>(Page page) -> {
                pages++;
                page.records().forEach(record -> records.put(record.id(), record));
                String offset = page.offset();
                truncated = records.size() > cap || (offset != null && records.size() == cap);
                if (offset == null || truncated) {
                    yield Uni.createFrom().item(Answer.ok(this));
                }
                if (pages == 1) {
                    afterFirstPage.accept(this);
                    // Whoever waits has something to look at now.
                    caller = Caller.background(caller.key());
                }
                yield page(request.from(offset));
            }
        };
    }

    List<AirtableRecord> records() {
        List<AirtableRecord> found = List.copyOf(records.values());
        return found.size() <= cap ? found : found.subList(0, cap);
    }

    /** Returns the listing as far as it has been read. */
    Listing listing(boolean complete) {
        return new Listing(
                records().stream().map(AirtableRecord::id).toList(),
                startedAt,
                pages,
                truncated || !complete,
                false,
                null,
                null);
    }
}
