package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.BaseTables;
import dev.basegram.bot.access.TokenCheck;
import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Whether people, rules and the audit are kept in the base, and the button that moves them there. */
@Singleton
class BaseScreens {
    private final BaseTables tables;
    private final TokenCheck token;

    BaseScreens(BaseTables tables, TokenCheck token) {
        this.tables = tables;
        this.token = token;
    }

    Reply show(Turn turn) throws InterruptedException {
        return turn.given(
                tables.look(turn.personId()),
                (List<BaseTables.Presence> all) -> turn.given(
                        token.look(turn.personId(), false),
                        (TokenCheck.Found found) -> Reply.show(screen(turn.speech(), all, found.check()))));
    }

    private static Screen screen(Speech speech, List<BaseTables.Presence> all, AccessCheck check) {
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.BASE_TITLE), Html.EMPTY));
        all.forEach(table ->
                lines.add(Html.of(table.there().isPresent() ? "✅ " : "▫️ ").plus(table.name())));
        boolean mayMake = check.scopes().get(Scope.WRITE_SCHEMA) == AccessCheck.State.GRANTED;
        boolean whole = all.stream().allMatch(table -> table.there().isPresent());
        lines.add(Html.EMPTY);
        lines.add(speech.say(whole ? Phrase.BASE_WHOLE : mayMake ? Phrase.BASE_HINT : Phrase.BASE_BY_HAND));
        Screen.Builder screen = Screen.with(Html.join("\n", lines));
        if (mayMake) {
            screen.row(SetupPress.of(SetupPress.Kind.BASE_MAKE)
                    .button(speech.label(whole ? Phrase.BASE_COMPLETE_BUTTON : Phrase.BASE_MAKE_BUTTON)));
        } else if (!whole) {
            screen.row(SetupPress.of(SetupPress.Kind.FIX).button(speech.label(Phrase.SETUP_FIX_BUTTON)));
        }
        return screen.row(back(speech)).build();
    }

    private static dev.basegram.bot.telegram.Button back(Speech speech) {
        return SetupPress.of(SetupPress.Kind.WHO).button("◀ " + speech.label(Phrase.BACK_BUTTON));
    }

    Reply make(Turn turn) throws InterruptedException {
        Speech speech = turn.speech();
        return switch (tables.make(turn.base())) {
            case Answer.Ok<List<Table>>(List<Table> made) ->
                Reply.show(Screen.with(speech.say(
                                Phrase.BASE_MADE,
                                String.join(", ", made.stream().map(Table::name).toList())))
                        .row(back(speech))
                        .build());
            case Answer.Failed<List<Table>>(AirtableFailure failure) ->
                Reply.show(Screen.with(Html.lines(
                                FailureScreen.text(failure, true, speech), Html.EMPTY, speech.say(Phrase.BASE_CUT_OFF)))
                        .row(SetupPress.of(SetupPress.Kind.BASE_MAKE).button(speech.label(Phrase.BASE_MAKE_BUTTON)))
                        .row(back(speech))
                        .build());
        };
    }
}
