package dev.basegram.common;

import org.jspecify.annotations.Nullable;

/** The wire between webhook-server and telegram-bot: paths, headers and answers under {@code /internal}. */
public final class InternalApi {
    /** Takes one raw Telegram update. */
    public static final String UPDATES = "/internal/updates";

    /** Takes several raw Telegram updates, as an {@link UpdateBatch}; answers with a JSON array of the status of each. */
    public static final String UPDATE_BATCH = UPDATES + "/batch";

    /** Takes one raw Airtable notification. */
    public static final String AIRTABLE_NOTIFICATIONS = "/internal/airtable-notifications";

    /** Passes on a file that a person sent; Telegram's id of it follows. */
    public static final String FILES = "/internal/files";

    /** Where webhook-server shows such a file to whoever has a {@link FileTicket}, which follows. */
    public static final String PUBLIC_FILES = "/files";

    /** Airtable's signature, passed on as it came. */
    public static final String AIRTABLE_MAC_HEADER = "X-Airtable-Content-MAC";

    /** Telegram's proof of origin (core.telegram.org/bots/api#setwebhook). */
    public static final String TELEGRAM_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    /** The body of a 202: the update is on disk. */
    public static final String ACCEPTED = "{\"result\":\"accepted\"}";

    /** The body of a 200: the update was on disk already. */
    public static final String DUPLICATE = "{\"result\":\"duplicate\"}";

    private InternalApi() {}

    /** Returns the value of the {@code Authorization} header that opens {@code /internal}. */
    public static String authorization(SharedSecret secret) {
        return "Bearer " + secret.sign(DerivedKey.INTERNAL);
    }

    /** Tells whether an {@code Authorization} header opens {@code /internal}, in constant time; null does not. */
    public static boolean authorized(SharedSecret secret, @Nullable String header) {
        return header != null
                && header.regionMatches(true, 0, "Bearer ", 0, 7)
                && secret.verify(DerivedKey.INTERNAL, header.substring(7).strip());
    }
}
