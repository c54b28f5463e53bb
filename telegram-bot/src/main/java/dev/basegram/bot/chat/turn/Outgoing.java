package dev.basegram.bot.chat.turn;

import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.OutgoingFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to show the person. */
public sealed interface Outgoing {
    /**
     * The live screen: edited in place after a press, sent anew after a message, so that it is always the last thing they see.
     *
     * @param leaves what the old screen turns into when a new message takes over; null to take it away
     */
    record Live(Screen screen, @Nullable Html leaves) implements Outgoing {}

    /** A message that stays. */
    record Kept(Html text, Markup markup) implements Outgoing {}

    /**
     * The end of the live screen.
     *
     * @param leaves what it turns into; null to take it away
     */
    record Close(@Nullable Html leaves) implements Outgoing {}

    /** The button that stands in place of the person's keyboard stays there; without this it goes with the next answer. */
    record KeepKeyboard() implements Outgoing {}

    /**
     * Files.
     *
     * @param caption stands under the first
     * @param otherwise what to say of those that cannot be sent after all
     */
    record Files(List<OutgoingFile> files, Html caption, Html otherwise) implements Outgoing {
        /** Creates a copy of the list. */
        public Files {
            files = List.copyOf(files);
        }
    }
}
