package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.PeoplePress;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import dev.basegram.bot.telegram.Person;
import dev.basegram.bot.telegram.TelegramResult;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Those who run the bot, told of what they should know, each in their own language. */
@Singleton
class Admins {
    private static final Logger LOG = Logger.getLogger(Admins.class);
    private static final Set<Role> ADMINS = Set.of(Role.OWNER, Role.ADMIN);

    private final BotSettings settings;
    private final MemberStore members;
    private final Speeches speeches;
    private final MessageSender sender;

    Admins(BotSettings settings, MemberStore members, Speeches speeches, MessageSender sender) {
        this.settings = settings;
        this.members = members;
        this.speeches = speeches;
        this.sender = sender;
    }

    /** Asks them whether to let somebody in. */
    void askAbout(Person person) throws InterruptedException {
        for (long admin : everyone()) {
            Speech speech = speeches.of(admin);
            Screen question = Screen.with(
                            speech.say(Phrase.ASK_ADMIN, person.name(), Html.code(Long.toString(person.id()))))
                    .row(give(speech, person, Role.EDITOR), give(speech, person, Role.VIEWER))
                    .row(Screen.button(
                            speech.label(Phrase.ASK_REFUSE),
                            new Action.People(PeoplePress.about(PeoplePress.Kind.REMOVE, person.id()))))
                    .build();
            send(admin, question.text(), question.buttons());
        }
    }

    private Set<Long> everyone() {
        return Stream.concat(
                        settings.ownerIds().stream(),
                        members.withRole(ADMINS).stream().map(Member::personId))
                .collect(Collectors.toSet());
    }

    /** Tells all of them something; returns whether anybody could be told. */
    boolean tellAll(Function<Speech, Html> words) throws InterruptedException {
        boolean told = false;
        for (long admin : everyone()) {
            told |= send(admin, words.apply(speeches.of(admin)), Markup.NONE);
        }
        return told;
    }

    private static Button give(Speech speech, Person person, Role role) {
        return Screen.button(RoleNames.title(speech, role), new Action.People(PeoplePress.give(person.id(), role)));
    }

    /** Tells one of them something about a person. */
    void tell(long admin, Phrase phrase, Person about) throws InterruptedException {
        Html text = speeches.of(admin).say(phrase, about.name(), Html.code(Long.toString(about.id())));
        send(admin, text, Markup.NONE);
    }

    private boolean send(long admin, Html text, Markup markup) throws InterruptedException {
        if (sender.notify(ChatAddress.of(admin), text, markup) instanceof TelegramResult.Failure<Integer>(var why)) {
            LOG.warnf("Somebody who runs the bot could not be told: %s", why.label());
            return false;
        }
        return true;
    }
}
