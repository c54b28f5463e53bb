package dev.basegram.bot.chat;

import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.browse.Searching;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.command.CommandRegistry;
import dev.basegram.bot.chat.command.CommandScreen;
import dev.basegram.bot.chat.command.CommandScreens;
import dev.basegram.bot.chat.form.Form;
import dev.basegram.bot.chat.form.Forms;
import dev.basegram.bot.chat.group.PrivateRoad;
import dev.basegram.bot.chat.people.Sharing;
import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Session;
import dev.basegram.bot.telegram.PersonInput;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Decides what an admitted person's message or press means: a command first, then the form they are in, then a few words of help. */
@Singleton
final class Conversation {
    private final CommandRegistry commands;
    private final Forms forms;
    private final Searching searching;
    private final Personal personal;
    private final ActionRouter actions;
    private final CommandScreens screens;
    private final PrivateRoad road;
    private final Sharing sharing;

    Conversation(
            CommandRegistry commands,
            Forms forms,
            Searching searching,
            Personal personal,
            ActionRouter actions,
            CommandScreens screens,
            PrivateRoad road,
            Sharing sharing) {
        this.road = road;
        this.sharing = sharing;
        this.commands = commands;
        this.forms = forms;
        this.searching = searching;
        this.personal = personal;
        this.actions = actions;
        this.screens = screens;
    }

    Reply answer(Turn turn, PersonInput input, Optional<Action> action) throws InterruptedException {
        return switch (input) {
            case PersonInput.Command(String name, String arguments) -> command(turn, name, arguments);
            case PersonInput.Press _ ->
                action.isPresent() ? actions.route(turn, action.get()) : Reply.NONE; // the toast has said it
            case PersonInput.Text _, PersonInput.File _, PersonInput.Contact _, PersonInput.OtherMessage _ ->
                message(turn, input);
            case PersonInput.Edited _ -> edited(turn);
            case PersonInput.Reachability _,
                    PersonInput.ChatMigrated _,
                    PersonInput.GroupMembership _,
                    PersonInput.Anonymous _,
                    PersonInput.InlineQuery _,
                    PersonInput.Other _ -> Reply.NONE;
        };
    }

    private Reply command(Turn turn, String name, String arguments) throws InterruptedException {
        Optional<ChatCommand> command = commands.find(name, turn.base().role());
        if (command.isPresent()
                && !command.get().inGroups()
                && !turn.update().chat().isPrivate()) {
            return road.instead(turn, name, arguments);
        }
        if (command.isPresent()) {
            return command.get().run(turn, arguments);
        }
        // In a group the command may be meant for another bot.
        return turn.update().chat().isPrivate()
                ? Reply.say(turn.speech().say(Phrase.UNKNOWN_COMMAND, "/" + name))
                : Reply.NONE;
    }

    private Reply message(Turn turn, PersonInput input) throws InterruptedException {
        Session.Awaiting awaiting = turn.session().awaiting();
        if (awaiting != null && input instanceof PersonInput.Text(String text)) {
            return switch (awaiting.kind()) {
                case SEARCH ->
                    searching.find(turn, Optional.ofNullable(awaiting.table()).map(TableId::new), text);
                case ZONE -> personal.zoneTyped(turn, text);
                case SCREEN -> typed(turn, awaiting, text);
            };
        }
        Optional<Form> form = forms.current(turn);
        if (form.isPresent()) {
            return forms.input(turn, form.get(), input);
        }
        if (!turn.update().chat().isPrivate()) {
            return Reply.NONE;
        }
        return input instanceof PersonInput.Contact contact
                ? Reply.NONE.and(sharing.share(turn.update(), contact, turn.speech()))
                : Reply.say(turn.speech().say(Phrase.NO_FORM));
    }

    private Reply typed(Turn turn, Session.Awaiting awaiting, String text) throws InterruptedException {
        Optional<CommandScreen> screen = screens.find(
                Objects.requireNonNullElse(awaiting.screen(), ""), turn.base().role());
        return screen.isPresent()
                ? screen.get().typed(turn, Objects.requireNonNullElse(awaiting.data(), ""), text)
                : Reply.NONE;
    }

    private Reply edited(Turn turn) {
        return forms.current(turn).isPresent() ? Reply.say(turn.speech().say(Phrase.EDITED_ANSWER)) : Reply.NONE;
    }
}
