package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.AccessRequests;
import dev.basegram.bot.access.people.Claim;
import dev.basegram.bot.access.people.Entry;
import dev.basegram.bot.access.people.InviteStore;
import dev.basegram.bot.access.people.OwnerClaims;
import dev.basegram.bot.access.people.Token;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.PeoplePress;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.PersonInput;
import dev.basegram.bot.telegram.PersonUpdate;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody comes in: by the owner's claim, by an invitation, or by asking. Opening a link twice, or the same update again, changes
 * nothing more.
 */
@Singleton
public class Newcomers {
    private static final Pattern LINK = Pattern.compile("([ci])_([A-Za-z0-9_-]{1,62})");

    private final OwnerClaims claims;
    private final InviteStore invites;
    private final AccessRequests requests;
    private final Admins admins;
    private final Sharing sharing;

    Newcomers(OwnerClaims claims, InviteStore invites, AccessRequests requests, Admins admins, Sharing sharing) {
        this.sharing = sharing;
        this.claims = claims;
        this.invites = invites;
        this.requests = requests;
        this.admins = admins;
    }

    /** Lets somebody in who opened a link; returns what to say about it, nothing for any other update. */
    public Optional<Html> open(PersonUpdate update, Speech speech) throws InterruptedException {
        if (!update.chat().isPrivate()
                || !(update.input() instanceof PersonInput.Command(String name, String payload))
                || !name.equals("start")) {
            return Optional.empty();
        }
        Matcher link = LINK.matcher(payload);
        if (!link.matches()) {
            return Optional.empty();
        }
        Token token = new Token(link.group(2));
        return Optional.of(link.group(1).equals("c") ? claim(update, token, speech) : enter(update, token, speech));
    }

    private Html claim(PersonUpdate update, Token token, Speech speech) throws InterruptedException {
        return switch (claims.claim(Actor.of(update), token)) {
            case Claim.Granted _, Claim.AlreadyYours _ -> speech.say(Phrase.CLAIM_GRANTED);
            case Claim.Taken(long ownerId) -> {
                admins.tell(ownerId, Phrase.CLAIM_TRIED, update.person());
                yield speech.say(Phrase.LINK_USELESS);
            }
            case Claim.Expired _, Claim.Unknown _ -> speech.say(Phrase.LINK_USELESS);
        };
    }

    private Html enter(PersonUpdate update, Token token, Speech speech) {
        return switch (invites.enter(Actor.of(update), token)) {
            case Entry.Joined(Role role) -> speech.say(Phrase.INVITE_JOINED, speech.label(RoleNames.of(role)));
            case Entry.AlreadyIn(Role role) -> speech.say(Phrase.INVITE_ALREADY, speech.label(RoleNames.of(role)));
            case Entry.UsedUp _, Entry.Expired _, Entry.Unknown _, Entry.Blocked _ -> speech.say(Phrase.LINK_USELESS);
        };
    }

    /** Returns the one polite line for somebody without rights, with the button to ask for them. */
    private Screen stranger(PersonUpdate update, Speech speech) throws InterruptedException {
        Screen.Builder line = Screen.with(speech.say(
                Phrase.STRANGER, Html.code(Long.toString(update.person().id()))));
        if (sharing.isOpen()) {
            line.row(Screen.button(
                    "📱 " + speech.label(Phrase.CONTACT_BUTTON),
                    new Action.People(PeoplePress.of(PeoplePress.Kind.SHARE))));
        }
        return line.row(Screen.button(
                        speech.label(Phrase.ASK_BUTTON), new Action.People(PeoplePress.of(PeoplePress.Kind.ASK))))
                .build();
    }

    /** Returns what to tell a stranger who did something else than open a link. */
    public Outgoing.Kept answer(PersonUpdate update, Optional<Action> action, Speech speech)
            throws InterruptedException {
        if (update.input() instanceof PersonInput.Contact contact) {
            return sharing.share(update, contact, speech);
        }
        if (action.orElse(null) instanceof Action.People(PeoplePress press)) {
            if (press.kind() == PeoplePress.Kind.ASK) {
                return new Outgoing.Kept(ask(update, speech), Markup.NONE);
            }
            if (press.kind() == PeoplePress.Kind.SHARE && sharing.isOpen()) {
                return sharing.ask(speech);
            }
        }
        Screen line = stranger(update, speech);
        return new Outgoing.Kept(line.text(), line.buttons());
    }

    /** Passes a stranger's request on to those who can grant it, once. */
    private Html ask(PersonUpdate update, Speech speech) throws InterruptedException {
        if (requests.ask(update.person().id(), update.person().name())) {
            admins.askAbout(update.person());
        }
        return speech.say(Phrase.ASKED);
    }
}
