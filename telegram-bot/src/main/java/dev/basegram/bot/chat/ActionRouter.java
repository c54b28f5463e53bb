package dev.basegram.bot.chat;

import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.form.Forms;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** Finds what answers a press. */
@Singleton
final class ActionRouter {
    private final Browsing browsing;
    private final Forms forms;

    ActionRouter(Browsing browsing, Forms forms) {
        this.browsing = browsing;
        this.forms = forms;
    }

    Reply route(Turn turn, Action action) throws InterruptedException {
        return switch (action) {
            case Action.Home _ -> home(turn);
            case Action.Browse(var table, var view, var page) -> browsing.list(turn, table, view, page);
            case Action.Views(var table) -> browsing.views(turn, table);
            case Action.Open(var table, var record) -> browsing.card(turn, table, record);
            case Action.More(var table, var record, var field) -> browsing.more(turn, table, record, field);
            case Action.Linked(var table, var record, var field) -> browsing.linked(turn, table, record, field);
            case Action.Add(var table) -> forms.add(turn, table);
            case Action.InForm press -> forms.press(turn, press);
            default -> Reply.NONE;
        };
    }

    private Reply home(Turn turn) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        return browsing.home(turn);
    }
}
