package dev.basegram.bot.chat.form;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.DraftStore;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.PersonInput;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * A form while Airtable cannot say what its table looks like: it stays where it is, a text written meanwhile waits on it, and the
 * way back to it is a button.
 */
@Singleton
final class WaitingForm {
    private static final int SHOWN = 300;

    private final DraftStore drafts;

    WaitingForm(DraftStore drafts) {
        this.drafts = drafts;
    }

    /** Answers a press. */
    static Reply pressed(Turn turn, Form form, AirtableFailure failure) {
        List<Html> more = form.waiting() == null ? List.of() : List.of(kept(turn, form.waiting()));
        return Reply.show(screen(turn, form, failure, more));
    }

    /** Answers a message: a text is kept, the latest one if there are several; anything else has to be sent again. */
    Reply wrote(Turn turn, Form form, PersonInput input, AirtableFailure failure) {
        if (form.isReview()) {
            return pressed(turn, form, failure);
        }
        if (!(input instanceof PersonInput.Text(String text))) {
            return Reply.show(screen(turn, form, failure, List.of(turn.speech().say(Phrase.FORM_WAITS_AGAIN))));
        }
        Form waiting = form.waitingWith(text);
        return Reply.show(screen(turn, form, failure, List.of(kept(turn, text))))
                .saving(drafts.save(
                        form.id(),
                        turn.personId(),
                        turn.update().chat().chatId(),
                        form.table().value(),
                        FormCodec.write(waiting)));
    }

    private static Html kept(Turn turn, String text) {
        return turn.speech().say(Phrase.FORM_WAITS_TEXT, Html.of(text).shortened(SHOWN));
    }

    private static Screen screen(Turn turn, Form form, AirtableFailure failure, List<Html> more) {
        List<Html> lines = new ArrayList<>();
        lines.add(FailureScreen.text(failure, turn.base().role().isAdmin(), turn.speech()));
        lines.add(Html.EMPTY);
        lines.add(turn.speech().say(Phrase.FORM_WAITS));
        lines.addAll(more);
        return Screen.with(Html.lines(lines.toArray(Html[]::new)))
                .row(Screen.button("🔁", new Action.Resume(form.id())), Screen.button("⌂", new Action.Home()))
                .build();
    }
}
