package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.chat.action.PeoplePress;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Answers presses about people: for those who run the bot, and silently for nobody else. */
@Singleton
public class People {
    private final Inviting inviting;
    private final PeopleScreens screens;

    People(Inviting inviting, PeopleScreens screens) {
        this.inviting = inviting;
        this.screens = screens;
    }

    /** Starts an invitation. */
    public Reply invite(Turn turn) {
        return inviting.askRole(turn);
    }

    /** Lists the people the bot knows. */
    public Reply list(Turn turn) {
        return screens.list(turn, 0);
    }

    /** Answers a press; a press of somebody who does not run the bot comes from no button of theirs. */
    public Reply press(Turn turn, PeoplePress press) throws InterruptedException {
        if (!turn.base().role().isAdmin()) {
            return Reply.NONE;
        }
        Optional<Role> role = press.role();
        return switch (press.kind()) {
            case INVITE -> inviting.askRole(turn);
            case INVITE_WHERE -> role.isPresent() ? inviting.askTables(turn, role.get()) : Reply.NONE;
            case INVITE_MAKE -> role.isPresent() ? inviting.make(turn, role.get(), press.table()) : Reply.NONE;
            case INVITE_REVOKE -> inviting.revoke(turn);
            case LIST -> screens.list(turn, (int) Math.min(press.person(), Integer.MAX_VALUE / 10));
            case SHOW -> screens.show(turn, press.person());
            case GIVE -> role.isPresent() ? screens.give(turn, press.person(), role.get()) : Reply.NONE;
            case BLOCK -> screens.block(turn, press.person(), true);
            case UNBLOCK -> screens.block(turn, press.person(), false);
            case REMOVE -> screens.remove(turn, press.person());
            case ASK, SHARE -> Reply.NONE; // for those who are not in
        };
    }
}
