package dev.basegram.bot.chat.widget;

import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.screen.Page;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SearchText;
import dev.basegram.bot.chat.text.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Options as buttons: all of them where they are few, else by pages and narrowed by typing. */
final class ChoicePages {
    private static final int LONGEST_WORDS = 100;

    /** How many options a page has. */
    static final int SIZE = 8;

    private final List<String> options;
    private final WidgetState state;

    ChoicePages(List<String> options, WidgetState state) {
        this.options = options;
        this.state = state;
    }

    /** Returns the places, in the whole list, of the options that what was typed leaves. */
    List<Integer> matching() {
        return IntStream.range(0, options.size())
                .filter(i -> SearchText.contains(options.get(i), state.query()))
                .boxed()
                .toList();
    }

    /** Returns the only option that a text names: the one it equals, or the only one that contains it. */
    List<Integer> named(String text) {
        List<Integer> equal = IntStream.range(0, options.size())
                .filter(i -> SearchText.same(options.get(i), text))
                .boxed()
                .toList();
        return equal.isEmpty() ? new ChoicePages(options, state.withQuery(text)).matching() : equal;
    }

    /** Returns the buttons of the page and the way to its neighbours. */
    List<List<Ask.Choice>> rows(FormPress.Kind kind, Function<Integer, String> label, Speech speech) {
        Page<Integer> page = Page.of(matching(), state.page(), SIZE);
        List<List<Ask.Choice>> rows = new ArrayList<>();
        List<Ask.Choice> buttons = page.rows().stream()
                .map(i -> new Ask.Choice(label.apply(i), new FormPress(kind, i)))
                .toList();
        for (int from = 0; from < buttons.size(); from += 2) {
            rows.add(buttons.subList(from, Math.min(from + 2, buttons.size())));
        }
        List<Ask.Choice> turn = new ArrayList<>();
        if (page.hasPrevious()) {
            turn.add(new Ask.Choice("◀", new FormPress(FormPress.Kind.PAGE, page.number() - 1)));
        }
        if (page.hasNext()) {
            turn.add(new Ask.Choice("▶", new FormPress(FormPress.Kind.PAGE, page.number() + 1)));
        }
        if (!state.query().isEmpty()) {
            turn.add(new Ask.Choice(speech.label(Phrase.SHOW_ALL), FormPress.of(FormPress.Kind.CLEAR)));
        }
        if (!turn.isEmpty()) {
            rows.add(turn);
        }
        return rows;
    }

    /** Returns what was typed to narrow a choice, or to be repeated to the person, at a length that fits a screen. */
    static String words(String typed) {
        String words = typed.strip().replaceAll("\\s+", " ");
        int length = Math.min(words.codePointCount(0, words.length()), LONGEST_WORDS);
        return words.substring(0, words.offsetByCodePoints(0, length));
    }
}
