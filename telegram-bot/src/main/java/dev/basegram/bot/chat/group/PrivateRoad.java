package dev.basegram.bot.chat.group;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.DeepLink;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SearchText;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.Button;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What a group gets to see, and the way to the private chat for all else. A group sees what somebody with the right to it asked for there
 * in so many words: what {@code /find} finds, the cards of it, what they link to and their files. Lists, forms and changes are private.
 */
@Singleton
public class PrivateRoad {
    private static final String HOME = "home";

    private final BotIdentity identity;

    PrivateRoad(BotIdentity identity) {
        this.identity = identity;
    }

    /** Returns the link to where a press goes on in private; empty for one that may be answered in the group. */
    Optional<String> of(Action action) {
        return payload(action).flatMap(identity::link);
    }

    private static Optional<String> payload(Action action) {
        return switch (action) {
            case Action.Open _, Action.More _, Action.Linked _, Action.Files _, Action.Found _, Action.Nothing _ ->
                Optional.empty();
            case Action.Edit(var table, var record) -> Optional.of(DeepLink.toRecord(table, record));
            case Action.EditField(var table, var record, var _) -> Optional.of(DeepLink.toRecord(table, record));
            case Action.SetChoice choice -> Optional.of(DeepLink.toRecord(choice.table(), choice.record()));
            case Action.AskDelete(var table, var record) -> Optional.of(DeepLink.toRecord(table, record));
            case Action.Delete(var table, var record) -> Optional.of(DeepLink.toRecord(table, record));
            case Action.Add(var table) -> Optional.of(DeepLink.toForm(table));
            default -> Optional.of(HOME);
        };
    }

    /** Answers a command that is for private chats with the way there; {@code /add} with a table leads into its form. */
    public Reply instead(Turn turn, String command, String arguments) throws InterruptedException {
        String payload = command.equals("add") && !arguments.isEmpty() ? form(turn, arguments) : HOME;
        Screen.Builder words = Screen.with(turn.speech().say(Phrase.GROUP_PRIVATE));
        identity.link(payload)
                .ifPresent(link ->
                        words.row(List.of(new Button.Link("💬 " + turn.speech().label(Phrase.GROUP_OPEN), link))));
        return Reply.keep(words.build());
    }

    private static String form(Turn turn, String name) throws InterruptedException {
        List<Table> tables = turn.base().tables().found().orElse(List.of());
        return tables.stream()
                .filter(table -> SearchText.same(table.name(), name))
                .findFirst()
                .map(table -> DeepLink.toForm(table.id()))
                .orElse(HOME);
    }

    /** Says what the bot does in a group, and what it gets to read there. */
    public Reply introduction(Turn turn) {
        Phrase phrase = identity.readsAllGroupMessages() ? Phrase.GROUP_START_OPEN : Phrase.GROUP_START;
        Screen.Builder words = Screen.with(turn.speech().say(phrase));
        identity.link(HOME)
                .ifPresent(link ->
                        words.row(List.of(new Button.Link("💬 " + turn.speech().label(Phrase.GROUP_OPEN), link))));
        return Reply.keep(words.build());
    }
}
