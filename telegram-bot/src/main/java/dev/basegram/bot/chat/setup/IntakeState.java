package dev.basegram.bot.chat.setup;

import java.util.Optional;

/**
 * How updates come in, as set-up shows it.
 *
 * @param road by which
 * @param secretSet whether {@code BASEGRAM_SECRET} is there
 * @param webhookUrl what Telegram is to call; empty without {@code WEBHOOK_URL}
 * @param foreignHost where the bot's webhook points instead, when it is not ours
 * @param problem what is wrong now, for an operator
 */
public record IntakeState(
        Road road,
        boolean secretSet,
        Optional<String> webhookUrl,
        Optional<String> foreignHost,
        Optional<String> problem) {
    /** A road by which updates come. */
    public enum Road {
        /** The bot asks Telegram. */
        POLLING,
        /** Telegram calls. */
        WEBHOOK,
        /** Another process of this bot takes them. */
        STANDBY,
        /** None. */
        NONE
    }
}
