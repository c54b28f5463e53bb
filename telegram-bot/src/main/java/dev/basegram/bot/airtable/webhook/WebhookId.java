package dev.basegram.bot.airtable.webhook;

/**
 * The id of a webhook.
 *
 * @param value {@code ach…}
 */
public record WebhookId(String value) {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException for anything but {@code ach} and letters and digits
     */
    public WebhookId {
        if (!value.matches("ach[0-9A-Za-z]{1,60}")) {
            throw new IllegalArgumentException("A webhook id is 'ach' followed by letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
