package dev.basegram.bot.chat.people;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.access.ListedPeople;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.AccessRequests;
import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.PeoplePress;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people the bot knows, and what can be done about each. */
@Singleton
class PeopleScreens {
    private static final int PAGE = 8;
    private static final List<Role> GIVEN = List.of(Role.VIEWER, Role.EDITOR, Role.ADMIN);

    private final MemberStore members;
    private final AccessRequests requests;
    private final ListedPeople listed;

    PeopleScreens(MemberStore members, AccessRequests requests, ListedPeople listed) {
        this.listed = listed;
        this.members = members;
        this.requests = requests;
    }

    Reply list(Turn turn, int page) {
        Speech speech = turn.speech();
        int count = members.count();
        int shown = Math.min(page, Math.max(0, (count - 1) / PAGE));
        List<Button> people = members.page(shown * PAGE, PAGE).stream()
                .map(member -> button(line(speech, member), about(PeoplePress.Kind.SHOW, member.personId())))
                .toList();
        List<Button> turns = new ArrayList<>();
        if (shown > 0) {
            turns.add(button("◀", about(PeoplePress.Kind.LIST, shown - 1)));
        }
        if ((shown + 1) * PAGE < count) {
            turns.add(button("▶", about(PeoplePress.Kind.LIST, shown + 1)));
        }
        return Reply.show(Screen.with(speech.say(Phrase.USERS_TITLE, count))
                .grid(1, people)
                .row(turns)
                .row(
                        button(
                                "➕ " + speech.label(Phrase.INVITE_BUTTON),
                                new Action.People(PeoplePress.of(PeoplePress.Kind.INVITE))),
                        button("⌂", new Action.Home()))
                .build());
    }

    private static String line(Speech speech, Member member) {
        return (member.blocked() ? "🚫 " : "") + member.name() + " · " + RoleNames.title(speech, member.role());
    }

    Reply show(Turn turn, long personId) {
        Optional<Member> member = members.find(personId);
        return member.isEmpty() ? list(turn, 0) : Reply.show(card(turn, member.get()));
    }

    private static Screen card(Turn turn, Member member) {
        Speech speech = turn.speech();
        Html text = Html.lines(
                Html.bold(member.name()),
                Html.of((member.blocked() ? "🚫 " : "") + RoleNames.title(speech, member.role()) + " · ")
                        .plus(Html.code(Long.toString(member.personId()))));
        Screen.Builder screen = Screen.with(text);
        if (mayTouch(turn, member)) {
            screen.grid(
                    2,
                    GIVEN.stream()
                            .filter(role -> role != member.role() && mayGive(turn, role))
                            .map(role -> button(
                                    "→ " + RoleNames.title(speech, role),
                                    new Action.People(PeoplePress.give(member.personId(), role))))
                            .toList());
            screen.row(
                    member.blocked()
                            ? button(
                                    speech.label(Phrase.USER_UNBLOCK),
                                    about(PeoplePress.Kind.UNBLOCK, member.personId()))
                            : button(speech.label(Phrase.USER_BLOCK), about(PeoplePress.Kind.BLOCK, member.personId())),
                    button(speech.label(Phrase.USER_REMOVE), about(PeoplePress.Kind.REMOVE, member.personId())));
        }
        return screen.row(button("◀ " + speech.label(Phrase.BACK_BUTTON), about(PeoplePress.Kind.LIST, 0)))
                .build();
    }

    /** Nobody changes themselves, and only an owner changes those who run the bot. */
    private static boolean mayTouch(Turn turn, Member member) {
        return member.personId() != turn.personId()
                && member.role() != Role.OWNER
                && (turn.base().role() == Role.OWNER || !member.role().isAdmin());
    }

    private static boolean mayGive(Turn turn, Role role) {
        return GIVEN.contains(role) && (role != Role.ADMIN || turn.base().role() == Role.OWNER);
    }

    Reply give(Turn turn, long personId, Role role) throws InterruptedException {
        if (!mayGive(turn, role)) {
            return Reply.NONE; // no button of ours
        }
        Optional<Member> member = members.find(personId);
        if (member.isEmpty()) {
            return requests.grant(turn.actor(), personId, role)
                    .map(name -> Reply.say(turn.speech()
                            .say(Phrase.ASK_GRANTED, name, turn.speech().label(RoleNames.of(role)))))
                    .orElseGet(() -> Reply.say(turn.speech().say(Phrase.ASK_ANSWERED)));
        }
        if (!mayTouch(turn, member.get())) {
            return Reply.NONE;
        }
        Member changed = with(member.get(), role, member.get().blocked());
        return inBaseToo(
                turn, changed, Reply.show(card(turn, changed)).saving(members.role(turn.actor(), personId, role)));
    }

    /** The person's row in the base, if they have one, wins: it is changed first, or nothing is. */
    private Reply inBaseToo(Turn turn, Member changed, Reply reply) throws InterruptedException {
        return turn.given(listed.put(turn.base(), changed.personId(), changed.role(), changed.blocked()), _ -> reply);
    }

    Reply block(Turn turn, long personId, boolean blocked) throws InterruptedException {
        Optional<Member> member = members.find(personId).filter(found -> mayTouch(turn, found));
        if (member.isEmpty()) {
            return Reply.NONE;
        }
        Member changed = with(member.get(), member.get().role(), blocked);
        return inBaseToo(
                turn,
                changed,
                Reply.show(card(turn, changed)).saving(members.blocked(turn.actor(), personId, blocked)));
    }

    Reply remove(Turn turn, long personId) throws InterruptedException {
        Optional<Member> member = members.find(personId);
        if (member.isEmpty()) {
            return Reply.say(requests.turnDown(personId)
                    .map(name -> turn.speech().say(Phrase.ASK_REFUSED, name))
                    .orElseGet(() -> turn.speech().say(Phrase.ASK_ANSWERED)));
        }
        if (!mayTouch(turn, member.get())) {
            return Reply.NONE;
        }
        Reply removed = Reply.show(Screen.with(turn.speech()
                                .say(Phrase.USER_REMOVED, member.get().name()))
                        .row(button("◀ " + turn.speech().label(Phrase.BACK_BUTTON), about(PeoplePress.Kind.LIST, 0)))
                        .build())
                .saving(members.remove(turn.actor(), personId));
        // A row in the base is not ours to delete, and would let them in: it is shut.
        return inBaseToo(turn, with(member.get(), member.get().role(), true), removed);
    }

    private static Member with(Member member, Role role, boolean blocked) {
        return new Member(
                member.personId(),
                member.name(),
                role,
                blocked,
                member.phone(),
                member.own(),
                member.tables(),
                member.joinedAt());
    }

    private static Action about(PeoplePress.Kind kind, long person) {
        return new Action.People(PeoplePress.about(kind, person));
    }
}
