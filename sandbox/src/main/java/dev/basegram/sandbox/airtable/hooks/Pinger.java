package dev.basegram.sandbox.airtable.hooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Timestamps;
import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Service;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sends pings: signed, without data, one on its way for a webhook at a time, so that changes in a burst share one. A ping
 * that is not answered 200 or 204 within 25 s is repeated with doubling pauses; after the last the webhook is silenced.
 */
final class Pinger {
    static final String MAC_HEADER = "X-Airtable-Content-MAC";

    private static final int RETRIES = 13;
    private static final Duration TIMEOUT = Duration.ofSeconds(25);

    private final Vertx vertx;
    private final LiveBase live;
    private final CallLog log;
    private final Duration firstPause;
    private final HttpClient client;
    private final Set<String> underWay = new HashSet<>();

    Pinger(Vertx vertx, LiveBase live, CallLog log, Duration firstPause) {
        this.vertx = vertx;
        this.live = live;
        this.log = log;
        this.firstPause = firstPause;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(5_000));
    }

    /** Pings soon, unless a ping is on its way already. Called within the base's lock. */
    void ping(String baseId, Webhook webhook) {
        if (webhook.pingUrl().isPresent() && underWay.add(webhook.id())) {
            vertx.setTimer(20, timer -> attempt(baseId, webhook, 0));
        }
    }

    private void attempt(String baseId, Webhook webhook, int retry) {
        String url = live.read(base -> {
            underWay.remove(webhook.id());
            return webhook.pingUrl().orElse("");
        });
        if (url.isEmpty()) {
            return;
        }
        Instant began = live.clock().instant();
        Buffer body = body(baseId, webhook, began);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .putHeader("Content-Type", "application/json")
                .putHeader(MAC_HEADER, mac(webhook.secret(), body.getBytes()))
                .setTimeout(TIMEOUT.toMillis());
        client.request(options)
                .compose((HttpClientRequest request) -> request.send(body))
                .compose(response -> response.body().map(ignored -> response.statusCode()))
                .onComplete(result -> {
                    int status = result.succeeded() ? result.result() : 0;
                    String failure = result.succeeded()
                            ? null
                            : String.valueOf(result.cause().getMessage());
                    settle(new Attempt(baseId, webhook, retry, began, url), status, failure);
                });
    }

    private record Attempt(String baseId, Webhook webhook, int retry, Instant began, String url) {}

    private void settle(Attempt attempt, int status, @Nullable String failure) {
        Instant now = live.clock().instant();
        boolean success = status == 200 || status == 204;
        boolean again = !success && attempt.retry() < RETRIES;
        long millis = Duration.between(attempt.began(), now).toMillis();
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("success", success)
                .put("completionTimestamp", Timestamps.iso(now))
                .put("durationMs", millis)
                .put("retryNumber", attempt.retry());
        if (!success) {
            result.putObject("error").put("message", failure == null ? "HTTP status " + status : failure);
            result.put("willBeRetried", again);
        }
        record(attempt, status, result, millis);
        live.read(base -> {
            attempt.webhook().pinged(result, success, now);
            if (!success && !again) {
                attempt.webhook().notifying(false);
            }
            return base.id();
        });
        if (again) {
            long pause = firstPause.toMillis() << attempt.retry();
            vertx.setTimer(pause, timer -> attempt(attempt.baseId(), attempt.webhook(), attempt.retry() + 1));
        }
    }

    private void record(Attempt attempt, int status, ObjectNode result, long millis) {
        log.record(new Call(
                0,
                attempt.began(),
                Service.AIRTABLE,
                attempt.baseId(),
                "POST",
                "ping",
                attempt.url(),
                null,
                status,
                result,
                millis));
    }

    private static Buffer body(String baseId, Webhook webhook, Instant at) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("base").put("id", baseId);
        body.putObject("webhook").put("id", webhook.id());
        body.put("timestamp", Timestamps.iso(at));
        return Buffer.buffer(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code hmac-sha256=} and the hex of the HMAC of the raw body. */
    static String mac(byte[] secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "hmac-sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", impossible);
        }
    }
}
