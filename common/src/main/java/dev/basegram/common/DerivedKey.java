package dev.basegram.common;

/** What a key derived from the shared secret is for; the message of its HMAC is part of the public interface. */
public enum DerivedKey {
    /** Telegram's {@code secret_token}, sent back in {@code X-Telegram-Bot-Api-Secret-Token}. */
    TELEGRAM_WEBHOOK("telegram-webhook"),
    /** The bearer token between webhook-server and telegram-bot. */
    INTERNAL("internal"),
    /** The last path segment of the URL that Airtable notifies. */
    AIRTABLE_WEBHOOK("airtable-webhook"),
    /** What signs the links of {@link FileTicket}. */
    FILES("files"),
    /** What names lanes in the logs of both services ({@link LaneMark}). */
    LOG_LANES("log-lanes");

    private final String message;

    DerivedKey(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
