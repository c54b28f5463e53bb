package dev.basegram.bot.ingress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.common.DerivedKey;
import dev.basegram.common.UpdateKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The webhook as Telegram knows it, and the two ways we change it. Blocks: for virtual threads.
 *
 * <p>A webhook that is not ours is never touched, and pending updates are never dropped.
 */
final class Webhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    /**
     * As many connections as Telegram grants (core.telegram.org/bots/api#setwebhook): with fewer, a few chats whose delivery fails
     * hold up everybody.
     */
    private static final int MAX_CONNECTIONS = 100;

    private final BotApi api;
    private final BotSettings settings;
    private final IngressMemory memory;
    private final Duration patience;

    /** What Telegram has set. */
    sealed interface View {
        /** No webhook: updates are to be asked for. */
        record None(long pending) implements View {}

        /**
         * Ours.
         *
         * @param lastError when a delivery last failed; null when none did since it was set
         */
        record Ours(long pending, @Nullable Instant lastError, String lastErrorMessage) implements View {}

        /** Somebody else's. */
        record Foreign(String host) implements View {}

        /** Nobody can tell now. */
        record Unknown(BotApiAnswer answer) implements View {}
    }

    Webhook(BotApi api, BotSettings settings, IngressMemory memory, Duration patience) {
        this.api = api;
        this.settings = settings;
        this.memory = memory;
        this.patience = patience;
    }

    /** Returns the URL that Telegram is to call; empty without {@code WEBHOOK_URL}. */
    Optional<String> url() {
        return settings.webhookUrl().map(root -> root + "/telegram/webhook");
    }

    View look() {
        BotApiAnswer answer = call("getWebhookInfo", new JsonObject());
        if (!(answer instanceof BotApiAnswer.Ok(var result, var _)) || result.isEmpty()) {
            return new View.Unknown(answer);
        }
        try {
            return view(JSON.readTree(result.getFirst()));
        } catch (IOException _) {
            return new View.Unknown(new BotApiAnswer.Unreadable(200, "a webhook info that is none"));
        }
    }

    private View view(JsonNode info) {
        String set = info.path("url").asText("");
        long pending = info.path("pending_update_count").asLong(0);
        if (set.isEmpty()) {
            return new View.None(pending);
        }
        if (!isOurs(set)) {
            return new View.Foreign(hostOf(set));
        }
        Instant lastError = info.hasNonNull("last_error_date")
                ? Instant.ofEpochSecond(info.path("last_error_date").asLong())
                : null;
        return new View.Ours(pending, lastError, info.path("last_error_message").asText(""));
    }

    private boolean isOurs(String set) {
        return url().filter(set::equals).isPresent()
                || memory.webhook().filter(set::equals).isPresent();
    }

    /** The rest of a foreign URL may be a secret of its owner. */
    private static String hostOf(String url) {
        try {
            return String.valueOf(java.net.URI.create(url).getHost());
        } catch (IllegalArgumentException _) {
            return "an unreadable URL";
        }
    }

    /** Sets our webhook; the caller has looked that no foreign one is there. */
    BotApiAnswer set() {
        String url = url().orElseThrow();
        memory.rememberWebhook(url);
        return call(
                "setWebhook",
                new JsonObject()
                        .put("url", url)
                        .put("secret_token", settings.secret().orElseThrow().sign(DerivedKey.TELEGRAM_WEBHOOK))
                        .put("max_connections", MAX_CONNECTIONS)
                        .put("allowed_updates", new JsonArray(UpdateKind.allowedUpdates())));
    }

    /** Removes our webhook, keeping what is pending; the caller has looked that it is ours. */
    BotApiAnswer delete() {
        return call("deleteWebhook", new JsonObject().put("drop_pending_updates", false));
    }

    private BotApiAnswer call(String method, JsonObject parameters) {
        return api.call(method, parameters, patience).await().atMost(patience.plusSeconds(5));
    }
}
