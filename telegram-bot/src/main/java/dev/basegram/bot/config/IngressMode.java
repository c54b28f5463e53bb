package dev.basegram.bot.config;

import java.util.Locale;

/** By which road updates are to come: the variable {@code INGRESS}. */
public enum IngressMode {
    /** The bot asks Telegram. */
    POLLING,
    /** Telegram calls the webhook-server. */
    WEBHOOK,
    /** Webhook while it works, polling while it does not. */
    AUTO;

    static IngressMode parse(String variable) {
        for (IngressMode mode : values()) {
            if (mode.label().equals(variable.strip().toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new IllegalArgumentException("is none of polling, webhook, auto");
    }

    /** Returns the name in lower case, as in the variable and in the metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
