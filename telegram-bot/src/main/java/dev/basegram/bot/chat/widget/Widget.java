package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.telegram.PersonInput;

/**
 * How a person fills in fields of a type. A CDI bean that implements this is found when the application is built. Stateless: what
 * it has to remember it keeps in the {@link WidgetState}.
 */
public interface Widget {
    /** Tells whether it is made for this type. */
    boolean fits(FieldType type);

    /** Returns its precedence where several fit: the greatest wins, so that a bean of your own can replace one of ours. */
    default int precedence() {
        return 0;
    }

    /** Returns the state in which a step begins. */
    default WidgetState begin(Question question) {
        return WidgetState.NEW;
    }

    /** Returns the state to keep with the screen that is about to be shown: what its buttons will stand for. */
    default WidgetState shown(Question question) throws InterruptedException {
        return question.state();
    }

    /** Asks. */
    Ask ask(Question question) throws InterruptedException;

    /** Reads a message. */
    default Verdict read(Question question, PersonInput input) throws InterruptedException {
        return switch (input) {
            case PersonInput.Text(String text) -> readText(question, text.strip());
            case PersonInput.File(var _, var _, String caption)
            when caption != null && !caption.isBlank() -> readText(question, caption.strip());
            default -> new Verdict.Refused(question.speech().say(Phrase.NEED_TEXT));
        };
    }

    /** Reads a text. */
    default Verdict readText(Question question, String text) throws InterruptedException {
        return new Verdict.Refused(question.speech().say(Phrase.NEED_BUTTON));
    }

    /** Reads a press of one of its buttons; the index is whatever the client sent. */
    default Verdict press(Question question, FormPress press) throws InterruptedException {
        return new Verdict.GoOn(question.state());
    }
}
