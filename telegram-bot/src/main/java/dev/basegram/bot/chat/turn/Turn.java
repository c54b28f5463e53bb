package dev.basegram.bot.chat.turn;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.session.Session;
import dev.basegram.bot.telegram.PersonUpdate;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * One update of an admitted person, being handled: who, where, what they are in the middle of, and the base as they may see it.
 * For one thread.
 */
public final class Turn {
    private final PersonUpdate update;
    private final Speech speech;
    private final PermittedBase base;
    private final Instant now;
    private Session session;

    /** Creates a turn. */
    public Turn(PersonUpdate update, Speech speech, PermittedBase base, Session session, Instant now) {
        this.update = update;
        this.speech = speech;
        this.base = base;
        this.session = session;
        this.now = now;
    }

    /** What follows once Airtable has answered. */
    @FunctionalInterface
    public interface Then<T> {
        /** Goes on with the answer. */
        Reply with(T value) throws InterruptedException;
    }

    /** Returns the update. */
    public PersonUpdate update() {
        return update;
    }

    /** Returns Telegram's id of the person. */
    public long personId() {
        return update.person().id();
    }

    /** Returns the person as the one who acts in this turn, for the account of changes. */
    public Actor actor() {
        return Actor.of(update);
    }

    /** Returns how to speak to the person. */
    public Speech speech() {
        return speech;
    }

    /** Returns the base as the person may see it. */
    public PermittedBase base() {
        return base;
    }

    /** Returns when this turn began. */
    public Instant now() {
        return now;
    }

    /** Returns what the person is in the middle of. */
    public Session session() {
        return session;
    }

    /** Changes what the person is in the middle of; saved when the update is done. */
    public void session(UnaryOperator<Session> change) {
        session = change.apply(session);
    }

    /** Goes on with what Airtable answered, or says in words why it did not. */
    public <T> Reply given(Answer<T> answer, Then<T> then) throws InterruptedException {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> then.with(value);
            case Answer.Failed<T>(AirtableFailure failure) -> Reply.show(failed(failure));
        };
    }

    /** Returns the screen that says why Airtable did not do what was asked; operators get to know what to do about it. */
    public Screen failed(AirtableFailure failure) {
        return FailureScreen.of(failure, base.role().isAdmin(), speech);
    }
}
