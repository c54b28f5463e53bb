package dev.basegram.bot.telegram;

import java.util.List;

/** What stands under a message or in place of the person's keyboard. */
public sealed interface Markup {
    /** Nothing. */
    Markup NONE = new Inline(List.of());

    /** Rows of buttons under the message. */
    record Inline(List<List<Button>> rows) implements Markup {
        /** Creates a copy without empty rows. */
        public Inline {
            rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
        }
    }

    /** One button in place of the person's keyboard that sends their own phone number; private chats only. */
    record AskContact(String label) implements Markup {}

    /** Puts the person's own keyboard back. */
    record RestoreKeyboard() implements Markup {}
}
