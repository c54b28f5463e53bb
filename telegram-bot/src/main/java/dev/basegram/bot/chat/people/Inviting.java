package dev.basegram.bot.chat.people;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.access.people.Invite;
import dev.basegram.bot.access.people.InviteStore;
import dev.basegram.bot.access.people.Token;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.access.tables.SettingsTables;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.PeoplePress;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes links that let people in: first for which role, then for which tables. */
@Singleton
class Inviting {
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final int USES = 20;
    private static final List<Role> ROLES = List.of(Role.EDITOR, Role.VIEWER, Role.DROP_BOX, Role.ADMIN);

    private final InviteStore invites;
    private final RuleBook rules;
    private final BotIdentity identity;

    Inviting(InviteStore invites, RuleBook rules, BotIdentity identity) {
        this.invites = invites;
        this.rules = rules;
        this.identity = identity;
    }

    Reply askRole(Turn turn) {
        Speech speech = turn.speech();
        List<Button> roles = ROLES.stream()
                .filter(role -> role != Role.ADMIN || turn.base().role() == Role.OWNER)
                .map(role -> button(
                        RoleNames.title(speech, role),
                        press(
                                role == Role.ADMIN ? PeoplePress.Kind.INVITE_MAKE : PeoplePress.Kind.INVITE_WHERE,
                                role,
                                Optional.empty())))
                .toList();
        int open = invites.open().size();
        Screen.Builder screen = Screen.with(speech.say(Phrase.INVITE_ROLE)).grid(2, roles);
        if (open > 0) {
            screen.row(button(
                    speech.label(Phrase.INVITE_REVOKE, open),
                    new Action.People(PeoplePress.of(PeoplePress.Kind.INVITE_REVOKE))));
        }
        return Reply.show(screen.row(button("⌂", new Action.Home())).build());
    }

    Reply askTables(Turn turn, Role role) throws InterruptedException {
        return turn.given(turn.base().tables(), tables -> {
            Stream<Button> each = tables.stream()
                    .filter(table -> !SettingsTables.isSettings(table))
                    .map(table ->
                            button(table.name(), press(PeoplePress.Kind.INVITE_MAKE, role, Optional.of(table.id()))));
            Speech speech = turn.speech();
            return Reply.show(Screen.with(speech.say(Phrase.INVITE_TABLES, speech.label(RoleNames.of(role))))
                    .row(button(
                            speech.label(Phrase.INVITE_ALL_TABLES),
                            press(PeoplePress.Kind.INVITE_MAKE, role, Optional.empty())))
                    .grid(2, each.toList())
                    .row(button("⌂", new Action.Home()))
                    .build());
        });
    }

    Reply make(Turn turn, Role role, Optional<TableId> only) throws InterruptedException {
        if (!ROLES.contains(role) || (role == Role.ADMIN && turn.base().role() != Role.OWNER)) {
            return Reply.NONE; // no button of ours
        }
        return turn.given(turn.base().tables(), tables -> {
            List<Table> into = tables.stream()
                    .filter(table -> !SettingsTables.isSettings(table))
                    .filter(table -> only.isEmpty() || only.get().equals(table.id()))
                    .toList();
            if (into.isEmpty()) {
                return Reply.say(turn.speech().say(Phrase.FAIL_TABLE_GONE));
            }
            return turn.given(missingRules(turn, role, into), writes -> {
                Token token = invites.create(
                        turn.actor(),
                        new Invite(role, only.map(Set::of), USES, turn.now().plus(LIFETIME), turn.personId()));
                Reply reply = Reply.say(words(turn.speech(), role, into, token));
                for (StoreWrite rule : writes) {
                    reply = reply.saving(rule);
                }
                return reply;
            });
        });
    }

    private Html words(Speech speech, Role role, List<Table> into, Token token) throws InterruptedException {
        String bot = identity.ask();
        String link = "https://t.me/" + bot + "?start=i_" + token.text();
        String names = String.join(", ", into.stream().map(Table::name).toList());
        return Html.lines(
                speech.say(Phrase.INVITE_LINK, speech.label(RoleNames.of(role)), names, USES, LIFETIME.toDays()),
                Html.EMPTY,
                Html.link(link, link));
    }

    /** A role without a rule for a table would be let into nothing: the usual rule is made, and can be changed. */
    private Answer<List<StoreWrite>> missingRules(Turn turn, Role role, List<Table> into) throws InterruptedException {
        if (role.isAdmin()) {
            return Answer.ok(List.of());
        }
        return switch (rules.read(turn.personId(), turn.update().updateId())) {
            case Answer.Failed<RuleBook.Page>(AirtableFailure failure) -> Answer.failed(failure);
            case Answer.Ok<RuleBook.Page>(RuleBook.Page page) -> {
                List<RuleState> missing = into.stream()
                        .filter(table -> page.state(table.id(), role).rule().isEmpty())
                        .map(table -> RuleState.of(Rule.usual(table.id(), role, Optional.empty())))
                        .toList();
                yield missing.isEmpty()
                        ? Answer.ok(List.of())
                        : rules.change(
                                turn.base(),
                                turn.actor(),
                                page,
                                missing,
                                turn.update().updateId());
            }
        };
    }

    Reply revoke(Turn turn) {
        return Reply.show(Screen.with(turn.speech().say(Phrase.INVITE_REVOKED, invites.revokeAll(turn.actor())))
                .row(button("⌂", new Action.Home()))
                .build());
    }

    private static Action press(PeoplePress.Kind kind, Role role, Optional<TableId> table) {
        return new Action.People(new PeoplePress(kind, 0, Optional.of(role), table));
    }
}
