package dev.basegram.bot.chat.screen;

import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.CallbackData;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message shows: a text and the buttons under it.
 *
 * @param text at most one message long; what is longer is cut when an old message is edited
 */
public record Screen(Html text, Markup.Inline buttons) {
    /** Returns a screen without buttons. */
    public static Screen of(Html text) {
        return new Screen(text, new Markup.Inline(List.of()));
    }

    /** Returns this screen with one row of buttons more. */
    public Screen plusRow(Button... row) {
        List<List<Button>> rows = new ArrayList<>(buttons.rows());
        rows.add(List.of(row));
        return new Screen(text, new Markup.Inline(rows));
    }

    /** Starts a screen. */
    public static Builder with(Html text) {
        return new Builder(text);
    }

    /** Returns a button. */
    public static Button button(String label, Action action) {
        return new Button.Press(label, CallbackData.encode(action));
    }

    /** Collects the rows of buttons of a screen. */
    public static final class Builder {
        private final Html text;
        private final List<List<Button>> rows = new ArrayList<>();

        private Builder(Html text) {
            this.text = text;
        }

        /** Adds a row. */
        public Builder row(Button... buttons) {
            return row(List.of(buttons));
        }

        /** Adds a row; an empty one is passed over. */
        public Builder row(List<Button> buttons) {
            rows.add(buttons);
            return this;
        }

        /** Adds buttons in rows of at most {@code width}. */
        public Builder grid(int width, List<Button> buttons) {
            for (int from = 0; from < buttons.size(); from += width) {
                rows.add(buttons.subList(from, Math.min(from + width, buttons.size())));
            }
            return this;
        }

        /** Returns the screen. */
        public Screen build() {
            return new Screen(text, new Markup.Inline(rows));
        }
    }
}
