package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Linked;
import dev.basegram.bot.access.Linking;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.session.ToldStore;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.Person;
import dev.basegram.bot.telegram.PersonInput;
import dev.basegram.bot.telegram.PersonUpdate;
import jakarta.inject.Singleton;

/** How a person becomes known by their own phone number. */
@Singleton
public class Sharing {
    private final Linking linking;
    private final Admins admins;
    private final ToldStore told;

    Sharing(Linking linking, Admins admins, ToldStore told) {
        this.linking = linking;
        this.admins = admins;
        this.told = told;
    }

    /** Tells whether a stranger may come in by their number. */
    boolean isOpen() throws InterruptedException {
        return linking.isOpen();
    }

    /** Asks for the person's own number. */
    public Outgoing.Kept ask(Speech speech) {
        return ask(speech, Phrase.SHARE_HINT);
    }

    private static Outgoing.Kept ask(Speech speech, Phrase words) {
        return new Outgoing.Kept(speech.say(words), new Markup.AskContact("📱 " + speech.label(Phrase.CONTACT_BUTTON)));
    }

    /** Looks for the person behind a contact they sent; returns what to tell them. */
    public Outgoing.Kept share(PersonUpdate update, PersonInput.Contact contact, Speech speech)
            throws InterruptedException {
        if (!contact.own()) {
            return ask(speech, Phrase.SHARE_NOT_OWN);
        }
        Person person = update.person();
        return switch (linking.link(Actor.of(update), contact.phoneNumber())) {
            case Linked.Confirmed(Role role) ->
                done(speech.say(Phrase.SHARE_CONFIRMED, speech.label(RoleNames.of(role))));
            case Linked.Twice(String table) -> {
                tellAdmins(person, contact, Phrase.SHARE_TWICE_ADMIN, table);
                yield done(speech.say(Phrase.SHARE_TWICE));
            }
            case Linked.NotFound(int unreadable) -> {
                if (unreadable > 0) {
                    tellAdmins(person, contact, Phrase.SHARE_UNREADABLE_ADMIN, unreadable);
                }
                yield done(speech.say(Phrase.SHARE_NOT_FOUND));
            }
            case Linked.Later(AirtableFailure why) -> done(FailureScreen.text(why, false, speech));
        };
    }

    private static Outgoing.Kept done(Html words) {
        return new Outgoing.Kept(words, new Markup.RestoreKeyboard());
    }

    /** Once for each person and matter: who presses the button again and again is no news. */
    private void tellAdmins(Person person, PersonInput.Contact contact, Phrase phrase, Object about)
            throws InterruptedException {
        String subject = "share:" + person.id();
        String matter = phrase + " " + about;
        if (!told.isTold(subject, matter)) {
            Html id = Html.code(Long.toString(person.id()));
            boolean heard = admins.tellAll(speech ->
                    Html.of("⚠️ ").plus(speech.say(phrase, person.name(), id, plus(contact.phoneNumber()), about)));
            if (heard) {
                told.told(subject, matter);
            }
        }
    }

    private static String plus(String number) {
        return number.startsWith("+") ? number : "+" + number;
    }
}
