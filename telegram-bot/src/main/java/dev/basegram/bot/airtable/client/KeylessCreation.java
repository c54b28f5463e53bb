package dev.basegram.bot.airtable.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.formula.Expression;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.RecordBody;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.Written;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Creates a record in a table that has no place for a key.
 *
 * <p>What may have been sent already, in this process or one before, is looked for by what it holds, among the records created since;
 * only what is certainly not there is sent. The journal on disk tells what may have been sent, and which records are others'.
 */
final class KeylessCreation {
    /** Airtable's clock and ours may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    /** A write whose answer was lost may still be under way. */
    private static final List<Duration> LOOKS_AFTER = List.of(Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final Flights flights;
    private final RecordsApi api;
    private final CreationJournal journal;
    private final Joiner<RecordBody, AirtableRecord> creates;
    /** Found for one creation while another was looking: must not be found twice. */
    private final Set<RecordId> claimed = ConcurrentHashMap.newKeySet();

    KeylessCreation(Flights flights, RecordsApi api, CreationJournal journal) {
        this.flights = flights;
        this.api = api;
        this.journal = journal;
        this.creates = new Joiner<>(
                flights,
                JoinRules.WRITES,
                (table, bodies) -> api.create(table, bodies).map(Written::records));
    }

    Uni<Reply<AirtableRecord>> create(Caller caller, Table table, NewRecord record, Map<FieldId, JsonNode> cells) {
        return journal.find(record.key())
                .chain(entry -> entry.map(known -> resume(caller, table, record, cells, known))
                        .orElseGet(() -> send(caller, table, record, cells, true)));
    }

    /** Looks for what a creation has made; nothing is sent again. */
    Uni<Reply<Optional<AirtableRecord>>> made(Caller caller, Table table, NewRecord record) {
        return journal.find(record.key())
                .chain(entry -> entry.isEmpty()
                        ? Uni.createFrom().item(new Reply.Got<>(Optional.empty()))
                        : made(caller, table, record, entry.get()));
    }

    private Uni<Reply<Optional<AirtableRecord>>> made(
            Caller caller, Table table, NewRecord record, CreationJournal.Entry entry) {
        RecordId known = entry.record();
        if (known != null) {
            return flights.send(caller, api.list(table, ListRequest.where(Condition.isOneOf(List.of(known)))))
                    .map(reply -> reply.map(page -> page.records().stream().findFirst()));
        }
        return look(caller, table, record, entry.sentAt()).chain(found -> switch (found) {
            case Look.Found(AirtableRecord made) -> done(record, made).map(reply -> reply.map(Optional::of));
            case Look.Nothing _ -> Uni.createFrom().item(new Reply.Got<>(Optional.empty()));
            case Look.Unclear(String reason) ->
                Uni.createFrom().item(new Reply.Down<Optional<AirtableRecord>>(reason, null, false));
        });
    }

    /** Goes on with a creation that was sent before, by us or by a process that is no more. */
    private Uni<Reply<AirtableRecord>> resume(
            Caller caller, Table table, NewRecord record, Map<FieldId, JsonNode> cells, CreationJournal.Entry entry) {
        RecordId known = entry.record();
        if (known != null) {
            return flights.send(caller, api.list(table, ListRequest.where(Condition.isOneOf(List.of(known)))))
                    .map(reply -> made(reply, known));
        }
        return look(caller, table, record, entry.sentAt()).chain(found -> switch (found) {
            case Look.Found(AirtableRecord made) -> done(record, made);
            case Look.Nothing _ -> send(caller, table, record, cells, false);
            case Look.Unclear(String reason) -> unclear(reason);
        });
    }

    private static Reply<AirtableRecord> made(Reply<Page> reply, RecordId id) {
        if (reply instanceof Reply.Got<Page>(Page page) && page.records().isEmpty()) {
            return new Reply.Unfit<>(new AirtableFailure.RecordGone(id));
        }
        return reply.map(page -> page.records().getFirst());
    }

    private Uni<Reply<AirtableRecord>> send(
            Caller caller, Table table, NewRecord record, Map<FieldId, JsonNode> cells, boolean mayRepeat) {
        return journal.sending(record.key(), table.id())
                .chain(() -> creates.join(caller, table, record.key(), new RecordBody(null, cells)))
                .chain(reply -> switch (reply) {
                    case Reply.Got<AirtableRecord>(AirtableRecord made) -> done(record, made);
                    case Reply.Down<AirtableRecord> down
                    when down.sent() -> afterDoubt(caller, table, record, cells, down.reason(), mayRepeat);
                    case Reply.Garbled<AirtableRecord>(String reason) ->
                        afterDoubt(caller, table, record, cells, reason, mayRepeat);
                    default -> journal.notSent(record.key()).replaceWith(reply);
                });
    }

    private Uni<Reply<AirtableRecord>> afterDoubt(
            Caller caller,
            Table table,
            NewRecord record,
            Map<FieldId, JsonNode> cells,
            String reason,
            boolean mayRepeat) {
        return journal.find(record.key())
                .chain(entry ->
                        lookAgain(caller, table, record, entry.orElseThrow().sentAt(), 0))
                .chain(found -> switch (found) {
                    case Look.Found(AirtableRecord made) -> done(record, made);
                    case Look.Nothing _ -> mayRepeat ? send(caller, table, record, cells, false) : unclear(reason);
                    case Look.Unclear(String why) -> unclear(reason + "; then " + why);
                });
    }

    private Uni<Look> lookAgain(Caller caller, Table table, NewRecord record, Instant sentAt, int look) {
        return flights.pause(LOOKS_AFTER.get(look))
                .chain(() -> look(caller, table, record, sentAt))
                .chain(found -> found instanceof Look.Nothing && look + 1 < LOOKS_AFTER.size()
                        ? lookAgain(caller, table, record, sentAt, look + 1)
                        : Uni.createFrom().item(found));
    }

    private Uni<Look> look(Caller caller, Table table, NewRecord record, Instant sentAt) {
        if (record.cells().values().stream().allMatch(CellValue::isEmpty)) {
            return Uni.createFrom().item(new Look.Unclear("an empty record cannot be told from others"));
        }
        Instant since = sentAt.minus(CLOCKS_DIFFER);
        var request = ListRequest.where(Condition.after(Expression.createdTime(), Expression.instant(since)));
        return journal.madeSince(table.id(), since)
                .chain(others -> flights.send(caller, api.list(table, request)).map(reply -> switch (reply) {
                    case Reply.Got<Page>(Page page) -> claim(page, record, others);
                    case Reply.Down<Page> down -> new Look.Unclear(down.reason());
                    default -> new Look.Unclear("the look for it failed");
                }));
    }

    private Look claim(Page page, NewRecord record, Set<RecordId> others) {
        Optional<AirtableRecord> found = page.records().stream()
                .filter(candidate -> !others.contains(candidate.id()))
                .filter(candidate -> record.cells().entrySet().stream()
                        .allMatch(cell -> SameValue.same(cell.getValue(), candidate.cell(cell.getKey()))))
                .sorted(Comparator.comparing(AirtableRecord::created))
                .filter(candidate -> claimed.add(candidate.id()))
                .findFirst();
        if (found.isPresent()) {
            return new Look.Found(found.get());
        }
        return page.offset() == null
                ? new Look.Nothing()
                : new Look.Unclear("more than 100 records were created meanwhile");
    }

    private Uni<Reply<AirtableRecord>> done(NewRecord record, AirtableRecord made) {
        return journal.made(record.key(), made.id())
                .onFailure()
                .recoverWithNull()
                .invoke(() -> claimed.remove(made.id()))
                .replaceWith(new Reply.Got<>(made));
    }

    private static Uni<Reply<AirtableRecord>> unclear(String reason) {
        return Uni.createFrom().item(new Reply.Down<>(reason, null, true));
    }

    /** What came of looking for a record. */
    private sealed interface Look {
        record Found(AirtableRecord record) implements Look {}

        record Nothing() implements Look {}

        record Unclear(String reason) implements Look {}
    }
}
