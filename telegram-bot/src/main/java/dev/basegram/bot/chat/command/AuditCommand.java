package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.audit.Auditing;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /audit}: who changed what. */
@Singleton
final class AuditCommand implements ChatCommand {
    private final Auditing auditing;

    AuditCommand(Auditing auditing) {
        this.auditing = auditing;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_AUDIT);
    }

    @Override
    public Audience audience() {
        return Audience.ADMINS;
    }

    @Override
    public int order() {
        return 88;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        return auditing.latest(turn);
    }
}
