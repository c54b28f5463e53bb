package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.form.Form;
import dev.basegram.bot.chat.form.Forms;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code /cancel}: out of whatever it is; outside a form it says so. */
@Singleton
final class CancelCommand implements ChatCommand {
    private final Forms forms;

    CancelCommand(Forms forms) {
        this.forms = forms;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_CANCEL);
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public boolean inGroups() {
        return true;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        Optional<Form> form = forms.current(turn);
        if (form.isPresent()) {
            return forms.cancel(turn, form.get());
        }
        boolean waiting = turn.session().awaiting() != null;
        turn.session(session -> session.withForm(null));
        return Reply.say(turn.speech().say(waiting ? Phrase.CANCELLED : Phrase.NOTHING_TO_CANCEL));
    }
}
