package dev.basegram.bot.chat.browse;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.screen.FoundScreen;
import dev.basegram.bot.chat.screen.Page;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Session;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searching one table, or all that the person may see. From memory: case, accents and where in a word do not matter. */
@Singleton
public class Searching {
    private static final int MOST_HITS = 50;
    private static final int LONGEST_WORDS = 100;

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

    private Reply show(Turn turn, Optional<TableId> only, String words, int page) throws InterruptedException {
        return turn.given(turn.base().tables(), tables -> {
            List<FoundScreen.Hit> hits = new ArrayList<>();
            boolean partial = false;
            for (Table table : tables) {
                if (only.isEmpty() || only.get().equals(table.id())) {
                    Optional<SearchResult> result =
                            turn.base().search(table, words, MOST_HITS).found();
                    partial |= result.isEmpty()
                            || result.get().more()
                            || !result.get().whole();
                    for (AirtableRecord record : result.map(SearchResult::hits).orElse(List.of())) {
                        hits.add(new FoundScreen.Hit(table, record));
                    }
                }
            }
            return Reply.show(
                    FoundScreen.of(only, words, Page.of(hits, page, FoundScreen.PAGE_SIZE), partial, turn.speech()));
        });
    }
}
