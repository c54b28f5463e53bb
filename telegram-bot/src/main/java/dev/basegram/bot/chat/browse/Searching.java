package dev.basegram.bot.chat.browse;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.screen.FoundScreen;
import dev.basegram.bot.chat.screen.Page;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Session;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Searching one table, or all that the person may see. From memory: case, accents and where in a word do not matter. */
@Singleton
public class Searching {
    private static final int MOST_HITS = 50;
    private static final int LONGEST_WORDS = 100;
    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}");

    /** Asks what to look for; the next text is read as the words. */
    public Reply ask(Turn turn, Optional<TableId> table) {
        turn.session(session -> session.withForm(null)
                .withAwaiting(new Session.Awaiting(
                        Session.Awaiting.Kind.SEARCH, table.map(TableId::value).orElse(null))));
        return Reply.show(Screen.with(turn.speech().say(Phrase.FIND_WHAT))
                .row(button("⌂", new Action.Home()))
                .build());
    }

    /** Looks for words and shows the first page. */
    public Reply find(Turn turn, Optional<TableId> table, String typed) throws InterruptedException {
        String words = typed.strip().replaceAll("\\s+", " ");
        String kept = words.substring(
                0, words.offsetByCodePoints(0, Math.min(words.codePointCount(0, words.length()), LONGEST_WORDS)));
        if (kept.isEmpty()) {
            return ask(turn, table);
        }
        turn.session(session -> session.withForm(null).withWords(kept));
        return show(turn, table, kept, 0);
    }

    /** Turns to a page of the last search; a button of an earlier one asks anew. */
    public Reply page(Turn turn, Action.Found found) throws InterruptedException {
        String words = turn.session().words();
        return words == null || !Fingerprint.of(words).equals(found.words())
                ? ask(turn, found.table())
                : show(turn, found.table(), words, found.page());
    }

    private Reply show(Turn turn, Optional<TableId> only, String words, int number) throws InterruptedException {
        return turn.given(turn.base().tables(), tables -> {
            Hits hits = new Hits();
            for (Table table : tables) {
                if (only.isEmpty() || only.get().equals(table.id())) {
                    look(turn, table, words, hits);
                }
            }
            Page<FoundScreen.Hit> page = Page.of(hits.all(), number, FoundScreen.PAGE_SIZE);
            turn.session(session ->
                    session.withFound(new Session.Found(only.map(TableId::value).orElse(null), page.number())));
            return Reply.show(FoundScreen.of(only, words, page, cells(turn, page), hits.partial, turn.speech()));
        });
    }

    /** Returns writers of cells that know the names of what the hits of a page link to, by table. */
    private static Map<TableId, CellText> cells(Turn turn, Page<FoundScreen.Hit> page) throws InterruptedException {
        Map<TableId, CellText> cells = new HashMap<>();
        for (FoundScreen.Hit hit : page.rows()) {
            Table table = hit.table();
            if (!cells.containsKey(table.id())) {
                List<AirtableRecord> records = page.rows().stream()
                        .filter(other -> other.table().id().equals(table.id()))
                        .map(FoundScreen.Hit::record)
                        .toList();
                List<Field> fields = RowLine.summaryFields(table, null);
                cells.put(table.id(), LinkNames.cells(turn.base(), fields, records, turn.speech()));
            }
        }
        return cells;
    }

    private static void look(Turn turn, Table table, String words, Hits hits) throws InterruptedException {
        hits.add(table, turn.base().search(table, words, MOST_HITS).found());
        Optional<String> number = asNumber(turn, words);
        if (number.isPresent()) {
            hits.add(table, turn.base().search(table, number.get(), MOST_HITS).found());
        }
    }

    /** What reads as a number is in the base without the marks it is written with here: «1 250,50 €» as 1250.5. */
    private static Optional<String> asNumber(Turn turn, String words) {
        return turn.speech()
                .numbers()
                .parse(CURRENCY.matcher(words).replaceAll(""))
                .map(number -> number.stripTrailingZeros().toPlainString())
                .filter(plain -> !plain.equals(words));
    }

    /** What was found so far, each record once. */
    private static final class Hits {
        private final Map<RecordId, FoundScreen.Hit> found = new LinkedHashMap<>();
        private boolean partial;

        void add(Table table, Optional<SearchResult> result) {
            partial |= result.isEmpty()
                    || result.get().more()
                    || result.get().searched().truncated();
            for (AirtableRecord record : result.map(SearchResult::hits).orElse(List.of())) {
                found.putIfAbsent(record.id(), new FoundScreen.Hit(table, record));
            }
        }

        List<FoundScreen.Hit> all() {
            return List.copyOf(found.values());
        }
    }
}
