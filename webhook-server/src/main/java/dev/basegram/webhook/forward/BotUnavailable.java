package dev.basegram.webhook.forward;

/** The bot answered that it cannot now; thrown only so that the breaker counts it. */
final class BotUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BotUnavailable(int status) {
        super("it answered " + status, null, false, false);
    }
}
