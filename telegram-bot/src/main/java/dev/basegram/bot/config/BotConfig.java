package dev.basegram.bot.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/**
 * The variables of the environment as they came, all as text: a value of the wrong shape is to give one line that names its
 * variable, not a conversion error. {@link BotSettings} is what the rest of the bot reads.
 *
 * <p>Not here, since they may hold a dollar that must not be expanded: {@code BASEGRAM_SECRET} and {@code DATABASE_URL}.
 */
@ConfigMapping(prefix = "basegram")
interface BotConfig {
    /** The Telegram side. */
    Telegram telegram();

    /** The Airtable side. */
    Airtable airtable();

    /** {@code WEBHOOK_URL}: public root of the webhook-server. */
    @WithName("webhook-url")
    Optional<String> webhookUrl();

    /** {@code INGRESS}. */
    Optional<String> ingress();

    /** {@code OWNER_IDS}: Telegram user ids, separated by commas. */
    @WithName("owner-ids")
    Optional<String> ownerIds();

    /** {@code PUBLIC_TIME_ZONE}: for people who have not chosen. */
    @WithName("time-zone")
    @WithDefault("UTC")
    String timeZone();

    /** {@code DEFAULT_LANGUAGE}: for people who have not chosen. */
    @WithDefault("en")
    String language();

    /** {@code LOG_FORMAT}. */
    @WithName("log-format")
    @WithDefault("text")
    String logFormat();

    /** The Telegram side. */
    interface Telegram {
        /** {@code TELEGRAM_BOT_TOKEN}. */
        Optional<String> token();

        /** {@code TELEGRAM_API_URL}. */
        @WithName("api-url")
        @WithDefault("https://api.telegram.org")
        String apiUrl();
    }

    /** The Airtable side. */
    interface Airtable {
        /** {@code AIRTABLE_TOKEN}. */
        Optional<String> token();

        /** {@code AIRTABLE_BASE_ID}. */
        @WithName("base-id")
        Optional<String> baseId();

        /** {@code AIRTABLE_API_URL}. */
        @WithName("api-url")
        @WithDefault("https://api.airtable.com")
        String apiUrl();

        /** {@code AIRTABLE_CONTENT_URL}. */
        @WithName("content-url")
        @WithDefault("https://content.airtable.com")
        String contentUrl();

        /** {@code AIRTABLE_MONTHLY_CALLS}. */
        @WithName("monthly-calls")
        @WithDefault("100000")
        String monthlyCalls();
    }
}
