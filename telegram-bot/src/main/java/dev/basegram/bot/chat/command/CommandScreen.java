package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;

/**
 * A screen with buttons of its own, such as a command may show. A CDI bean that implements this is found when the application is
 * built; its buttons carry {@link dev.basegram.bot.chat.action.Action.Own} with its name.
 */
public interface CommandScreen {
    /** Returns its name: 1–8 of {@code a-z}, a part of every button's data and so never changed. */
    String screen();

    /** Returns whose presses it answers; a press of anybody else comes from no button of theirs and gets no answer. */
    Audience audience();

    /**
     * Answers a press.
     *
     * @param data what the button carries; anyone can send any
     */
    Reply press(Turn turn, String data) throws InterruptedException;

    /**
     * Takes a text that the screen has asked for, by a session that awaits one.
     *
     * @param data what the screen has put into the session
     */
    default Reply typed(Turn turn, String data, String text) throws InterruptedException {
        return Reply.NONE;
    }
}
