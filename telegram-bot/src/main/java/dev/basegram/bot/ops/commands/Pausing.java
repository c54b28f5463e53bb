package dev.basegram.bot.ops.commands;

import dev.basegram.bot.access.Owners;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.CommandScreen;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.inbox.Hold;
import dev.basegram.bot.inbox.Inbox;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Holds updates back, and lets them go on. Owners are answered all the same. */
@Singleton
class Pausing implements CommandScreen {
    /** Asked for late: the inbox is made with the chat that this is a part of. */
    private final Provider<Inbox> inbox;

    private final Owners owners;

    Pausing(Provider<Inbox> inbox, Owners owners) {
        this.inbox = inbox;
        this.owners = owners;
    }

    @Override
    public String screen() {
        return "pause";
    }

    @Override
    public Audience audience() {
        return Audience.OWNER;
    }

    @Override
    public Reply press(Turn turn, String data) {
        return data.equals("resume") ? resume(turn) : Reply.NONE;
    }

    Reply pause(Turn turn) {
        Set<Long> exempt = new HashSet<>(owners.all());
        exempt.add(turn.personId());
        inbox.get().hold(new Hold(turn.now(), turn.update().person().name(), exempt));
        Optional<Hold> held = inbox.get().held();
        String since = turn.speech().dates().recent(held.map(Hold::since).orElse(turn.now()), turn.now());
        return Reply.show(Screen.with(turn.speech()
                        .say(Phrase.PAUSED, since, held.map(Hold::byName).orElse("")))
                .row(Screen.button(
                        "▶️ " + turn.speech().label(Phrase.RESUME_BUTTON), new Action.Own(screen(), "resume")))
                .build());
    }

    Reply resume(Turn turn) {
        if (inbox.get().held().isEmpty()) {
            return Reply.show(Screen.of(turn.speech().say(Phrase.NOT_PAUSED)));
        }
        long waiting = Math.max(0, inbox.get().counts().pending() - 1); // this very update is on disk too
        inbox.get().resume();
        return Reply.show(Screen.of(turn.speech().say(Phrase.RESUMED, waiting)));
    }
}
