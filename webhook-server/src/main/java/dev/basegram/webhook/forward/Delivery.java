package dev.basegram.webhook.forward;

import java.util.Locale;

/** What came of handing something to the bot. */
public sealed interface Delivery {
    /**
     * The bot has it on disk.
     *
     * @param already whether it had it before
     */
    record Taken(boolean already) implements Delivery {}

    /**
     * The bot will never take it, so neither shall its sender send it again.
     *
     * @param status the bot's answer
     */
    record Refused(int status) implements Delivery {}

    /** The bot has not taken it: its sender must keep it and send it again. */
    record NotTaken(Reason why) implements Delivery {}

    /** Why the bot has not taken something. */
    enum Reason {
        /** It did not answer in time, or answered that it cannot now. */
        UNAVAILABLE,
        /** It knows another secret. */
        UNAUTHORIZED,
        /** What answers at {@code BOT_URL} is not a bot of this release. */
        MISDIRECTED
    }

    /** Returns the value of the metric label {@code outcome}. */
    default String label() {
        return switch (this) {
            case Taken(boolean already) -> already ? "duplicate" : "accepted";
            case Refused _ -> "refused";
            case NotTaken(Reason why) -> why.name().toLowerCase(Locale.ROOT);
        };
    }
}
