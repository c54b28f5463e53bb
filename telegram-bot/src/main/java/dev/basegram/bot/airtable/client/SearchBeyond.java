package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.snapshot.WordCondition;
import dev.basegram.bot.airtable.snapshot.WordSearch;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Searches a table; of one that memory holds in part, Airtable is asked for the rest. What Airtable cannot answer leaves what memory
 * has, which is said not to be all.
 */
final class SearchBeyond {
    private static final Logger LOG = Logger.getLogger(SearchBeyond.class);

    private final Matching matching;

    SearchBeyond(Matching matching) {
        this.matching = matching;
    }

    Uni<Answer<SearchResult>> search(Caller caller, Table table, SearchQuery query, Snapshot held) {
        boolean mayName = query.fields() == null || query.fields().contains(table.primaryField());
        FieldId primary = mayName ? table.primaryField() : null;
        SearchResult found = WordSearch.search(held, query, primary);
        Optional<Condition> words = WordCondition.of(table, query);
        if (!held.truncated() || found.more() || words.isEmpty()) {
            return Uni.createFrom().item(Answer.ok(found));
        }
        SearchQuery beyond = unfiltered(query);
        return matching.rows(
                        caller,
                        table,
                        query.scope(),
                        words.get(),
                        record -> isHit(held, record, beyond, primary),
                        query.limit() + 1)
                .map(answer -> switch (answer) {
                    case Answer.Ok<Matching.Found>(Matching.Found more) ->
                        Answer.ok(together(held, found, more, beyond, primary));
                    case Answer.Failed<Matching.Found>(AirtableFailure failure) -> {
                        LOG.infof("Of %s only what memory holds was searched: %s", table.id(), failure.forOperator());
                        yield Answer.ok(found);
                    }
                });
    }

    /** The scope has been applied already, by Airtable and to what came back. */
    private static SearchQuery unfiltered(SearchQuery query) {
        return new SearchQuery(query.table(), query.words(), query.fields(), _ -> true, query.scope(), query.limit());
    }

    private static boolean isHit(Snapshot held, AirtableRecord record, SearchQuery query, @Nullable FieldId primary) {
        return !WordSearch.search(of(held, List.of(record)), query, primary)
                .hits()
                .isEmpty();
    }

    private static SearchResult together(
            Snapshot held, SearchResult found, Matching.Found more, SearchQuery query, @Nullable FieldId primary) {
        Map<Object, AirtableRecord> all = new LinkedHashMap<>();
        found.hits().forEach(record -> all.put(record.id(), record));
        more.records().forEach(record -> all.putIfAbsent(record.id(), record));
        SearchResult ranked = WordSearch.search(of(held, List.copyOf(all.values())), query, primary);
        return new SearchResult(ranked.hits(), ranked.more() || more.more(), held, !more.more());
    }

    private static Snapshot of(Snapshot held, List<AirtableRecord> records) {
        return new Snapshot(held.table(), held.view(), records, held.readAt(), false, held.stale(), held.trouble());
    }
}
