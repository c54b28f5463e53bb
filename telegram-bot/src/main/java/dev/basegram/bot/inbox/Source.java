package dev.basegram.bot.inbox;

import java.util.Locale;

/** The road by which an update reached us. */
public enum Source {
    /** Telegram called the webhook-server, which forwarded. */
    WEBHOOK,
    /** The bot asked Telegram. */
    POLLING;

    /** Returns the value of the metric label {@code source}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
