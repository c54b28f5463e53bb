package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;

/**
 * A command of the bot. A CDI bean that implements this is found when the application is built: it answers {@code /name}, and
 * shows in Telegram's menu and in {@code /help}.
 */
public interface ChatCommand {
    /** Returns its name: 1–32 characters of {@code a-z 0-9 _}, without the slash. */
    String name();

    /** Returns what it does, in a few words of the person's language. */
    String description(Speech speech);

    /** Returns whose menu it is in; whoever is not meant gets no answer from it either. */
    default Audience audience() {
        return Audience.EVERYONE;
    }

    /** Returns its place in the menu, the smallest first. */
    default int order() {
        return 1_000;
    }

    /** Tells whether it is answered in groups too, where everybody reads along; else it goes on in private. */
    default boolean inGroups() {
        return false;
    }

    /**
     * Does it. Called on a virtual thread, where blocking is fine; after a crash it is called again for the same update.
     *
     * @param arguments what follows the command, trimmed; typed by anyone
     */
    Reply run(Turn turn, String arguments) throws InterruptedException;
}
