package dev.basegram.bench.system;

import java.net.URI;

/**
 * Whom a system talks to.
 *
 * @param telegram the Bot API root
 * @param airtable the Airtable root, without {@code /v0}
 * @param baseId the base there
 * @param ownerIds people who may do everything, comma-separated; empty for none
 */
public record Neighbours(URI telegram, URI airtable, String baseId, String ownerIds) {
    /** A bot token of the usual shape; the stub believes any. */
    public static final String BOT_TOKEN = "424242:bench-bot-token-for-local-use-only-000";
}
