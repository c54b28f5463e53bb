package dev.basegram.bot.chat.setup;

/** Tells how updates come in; implemented by operations, since the chat knows nothing of intake. */
@FunctionalInterface
public interface IntakeProbe {
    /** Returns what is known now, from memory. */
    IntakeState look();
}
