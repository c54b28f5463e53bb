package dev.basegram.bot.chat;

import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.audit.Auditing;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.browse.Filtering;
import dev.basegram.bot.chat.browse.Searching;
import dev.basegram.bot.chat.command.CommandScreen;
import dev.basegram.bot.chat.command.CommandScreens;
import dev.basegram.bot.chat.files.FilesOut;
import dev.basegram.bot.chat.form.Drafts;
import dev.basegram.bot.chat.form.Forms;
import dev.basegram.bot.chat.form.RecordEdits;
import dev.basegram.bot.chat.people.People;
import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.chat.undo.Deletions;
import dev.basegram.bot.chat.undo.Undo;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds what answers a press. */
@Singleton
final class ActionRouter {
    private final Browsing browsing;
    private final Filtering filtering;
    private final Searching searching;
    private final Forms forms;
    private final RecordEdits edits;
    private final Drafts drafts;
    private final Deletions deletions;
    private final Undo undo;
    private final FilesOut files;
    private final Personal personal;
    private final People people;
    private final CommandScreens screens;
    private final Auditing auditing;

    ActionRouter(
            Browsing browsing,
            Filtering filtering,
            Searching searching,
            Forms forms,
            RecordEdits edits,
            Drafts drafts,
            Deletions deletions,
            Undo undo,
            FilesOut files,
            Personal personal,
            People people,
            CommandScreens screens,
            Auditing auditing) {
        this.browsing = browsing;
        this.filtering = filtering;
        this.searching = searching;
        this.forms = forms;
        this.edits = edits;
        this.drafts = drafts;
        this.deletions = deletions;
        this.undo = undo;
        this.files = files;
        this.personal = personal;
        this.people = people;
        this.screens = screens;
        this.auditing = auditing;
    }

    Reply route(Turn turn, Action action) throws InterruptedException {
        return switch (action) {
            case Action.Home _ -> home(turn);
            case Action.Browse(var table, var view, var page) -> browsing.list(turn, table, view, page);
            case Action.Views(var table) -> browsing.views(turn, table);
            case Action.Filter(var press) -> filtering.press(turn, press);
            case Action.Open(var table, var record) -> browsing.card(turn, table, record);
            case Action.More(var table, var record, var field) -> browsing.more(turn, table, record, field);
            case Action.Linked(var table, var record, var field) -> browsing.linked(turn, table, record, field);
            case Action.AddWhere _ -> forms.chooseTable(turn);
            case Action.Add(var table) -> forms.add(turn, table);
            case Action.InForm press -> forms.press(turn, press);
            case Action.Edit(var table, var record) -> edits.choose(turn, table, record);
            case Action.EditField(var table, var record, var field) -> forms.edit(turn, table, record, field);
            case Action.Stages(var table, var record, var field) -> edits.stages(turn, table, record, field);
            case Action.SetChoice choice -> edits.setChoice(turn, choice);
            case Action.Files(var table, var record, var field, var page) ->
                files.send(turn, table, record, field, page);
            case Action.AskDelete(var table, var record) -> deletions.ask(turn, table, record);
            case Action.Delete(var table, var record) -> deletions.hold(turn, table, record);
            case Action.Undo(var change) -> undo.one(turn, change);
            case Action.Find(var table) -> searching.ask(turn, table);
            case Action.Found found -> searching.page(turn, found);
            case Action.Drafts _ -> drafts.show(turn);
            case Action.Resume(var draft) -> forms.resume(turn, draft);
            case Action.Discard(var draft) -> drafts.discard(turn, draft);
            case Action.SetLanguage(var language) -> personal.language(turn, language);
            case Action.SetZone(var zone) -> personal.zone(turn, zone);
            case Action.People(var press) when press.isStrangers() -> home(turn); // they are in by now
            case Action.People(var press) -> people.press(turn, press);
            case Action.Own(var name, var data) -> own(turn, name, data);
            case Action.Audit(var filter, var page) -> auditing.page(turn, filter, page);
            case Action.Nothing _ -> Reply.NONE;
        };
    }

    private Reply own(Turn turn, String name, String data) throws InterruptedException {
        Optional<CommandScreen> screen = screens.find(name, turn.base().role());
        return screen.isPresent() ? screen.get().press(turn, data) : Reply.NONE;
    }

    private Reply home(Turn turn) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        return browsing.home(turn);
    }
}
