package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;

/** Says in words why Airtable did not do what was asked. */
public final class FailureScreen {
    private FailureScreen() {}

    /** Shows a failure and the way home. */
    public static Screen of(AirtableFailure failure, boolean admin, Speech speech) {
        return Screen.with(text(failure, admin, speech))
                .row(button("⌂", new Action.Home()))
                .build();
    }

    /**
     * Returns the words alone.
     *
     * @param admin whether the reader runs the bot and is told what to do about it
     */
    public static Html text(AirtableFailure failure, boolean admin, Speech speech) {
        Html text = Html.of("⚠️ ").plus(words(failure, speech));
        boolean forOperator =
                failure instanceof AirtableFailure.ForOperator || failure instanceof AirtableFailure.RequestRefused;
        return admin && forOperator ? Html.lines(text, Html.EMPTY, Html.italic(failure.forOperator())) : text;
    }

    private static Html words(AirtableFailure failure, Speech speech) {
        return switch (failure) {
            case AirtableFailure.TokenRejected _ -> speech.say(Phrase.FAIL_TOKEN);
            case AirtableFailure.BaseNotGranted _ -> speech.say(Phrase.FAIL_BASE);
            case AirtableFailure.MissingScope missing ->
                speech.say(Phrase.FAIL_SCOPE, Html.code(missing.scope().wire()));
            case AirtableFailure.NotPermitted _ -> speech.say(Phrase.FAIL_PERMISSION);
            case AirtableFailure.MonthlyCallsSpent _ -> speech.say(Phrase.FAIL_MONTH);
            case AirtableFailure.RateLimited _, AirtableFailure.Busy _ -> speech.say(Phrase.FAIL_BUSY);
            case AirtableFailure.Unavailable _, AirtableFailure.BadAnswer _ -> speech.say(Phrase.FAIL_DOWN);
            case AirtableFailure.OutcomeUnknown _ -> speech.say(Phrase.FAIL_UNKNOWN);
            case AirtableFailure.TableGone _, AirtableFailure.ViewGone _ -> speech.say(Phrase.FAIL_TABLE_GONE);
            case AirtableFailure.RecordGone _, AirtableFailure.AttachmentGone _ -> speech.say(Phrase.FAIL_RECORD_GONE);
            case AirtableFailure.FieldGone(var _, String name) -> speech.say(Phrase.FAIL_FIELD_GONE, name);
            case AirtableFailure.ValueRefused(var _, String name, var _) -> speech.say(Phrase.FAIL_VALUE, name);
            case AirtableFailure.TooLarge _ -> speech.say(Phrase.FAIL_TOO_LARGE);
            case AirtableFailure.RequestRefused _ -> speech.say(Phrase.FAIL_REFUSED);
        };
    }
}
