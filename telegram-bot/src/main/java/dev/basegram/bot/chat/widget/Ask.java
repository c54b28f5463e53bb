package dev.basegram.bot.chat.widget;

import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;

/**
 * How a widget asks.
 *
 * @param hint what to do, in a line or two
 * @param rows its buttons
 * @param askContact whether to offer the person's own phone number at one tap
 */
public record Ask(Html hint, List<List<Choice>> rows, boolean askContact) {
    /** A button of a widget. */
    public record Choice(String label, FormPress press) {}

    /** Creates a copy of the rows. */
    public Ask {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Returns a question without buttons. */
    public static Ask typed(Html hint) {
        return new Ask(hint, List.of(), false);
    }

    /** Returns a question with its buttons in rows of at most {@code width}. */
    public static Ask grid(Html hint, int width, List<Choice> choices) {
        List<List<Choice>> rows = new ArrayList<>();
        for (int from = 0; from < choices.size(); from += width) {
            rows.add(choices.subList(from, Math.min(from + width, choices.size())));
        }
        return new Ask(hint, rows, false);
    }

    /** Returns this question with one row more. */
    public Ask row(List<Choice> row) {
        if (row.isEmpty()) {
            return this;
        }
        List<List<Choice>> all = new ArrayList<>(rows);
        all.add(row);
        return new Ask(hint, all, askContact);
    }
}
