package dev.basegram.bot.chat.turn;

import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a handler answers: messages to show, in order, and what to save in the commit that marks the update done. Immutable.
 */
public record Reply(List<Outgoing> messages, List<StoreWrite> writes) {
    /** Nothing to show, nothing to save. */
    public static final Reply NONE = new Reply(List.of(), List.of());

    /** Creates copies of the lists. */
    public Reply {
        messages = List.copyOf(messages);
        writes = List.copyOf(writes);
    }

    /** Shows a live screen. */
    public static Reply show(Screen screen) {
        return NONE.and(new Outgoing.Live(screen, null));
    }

    /** Shows a live screen; where a new message takes over, the old one turns into a trace of what was there. */
    public static Reply show(Screen screen, Html leaves) {
        return NONE.and(new Outgoing.Live(screen, leaves));
    }

    /** Sends a message that stays. */
    public static Reply say(Html text) {
        return NONE.and(new Outgoing.Kept(text, Markup.NONE));
    }

    /** Sends a message with buttons that stays. */
    public static Reply keep(Screen screen) {
        return NONE.and(new Outgoing.Kept(screen.text(), screen.buttons()));
    }

    /** Returns this reply with one message more. */
    public Reply and(Outgoing message) {
        return new Reply(Stream.concat(messages.stream(), Stream.of(message)).toList(), writes);
    }

    /** Returns this reply followed by another. */
    public Reply and(Reply other) {
        return new Reply(
                Stream.concat(messages.stream(), other.messages.stream()).toList(),
                Stream.concat(writes.stream(), other.writes.stream()).toList());
    }

    /** Returns this reply with something more to save. */
    public Reply saving(StoreWrite write) {
        return new Reply(
                messages, Stream.concat(writes.stream(), Stream.of(write)).toList());
    }

    /** Returns this reply with several things more to save. */
    public Reply saving(List<StoreWrite> more) {
        return new Reply(messages, Stream.concat(writes.stream(), more.stream()).toList());
    }
}
