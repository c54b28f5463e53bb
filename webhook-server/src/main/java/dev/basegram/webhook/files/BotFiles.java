package dev.basegram.webhook.files;

import dev.basegram.common.InternalApi;
import dev.basegram.common.SharedSecret;
import dev.basegram.webhook.WebhookConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the bot for files, a bounded number at once; who comes while all are busy waits, and too many are turned away. */
@Singleton
class BotFiles {
    private final HttpClient client;
    private final String root;
    private final String authorization;
    private final long headWithin;

    BotFiles(
            Vertx vertx,
            SharedSecret secret,
            WebhookConfig config,
            @ConfigProperty(name = "quarkus.rest-client.bot.url") String root) {
        WebhookConfig.Files files = config.files();
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(2_000)
                .setMaxPoolSize(files.atOnce())
                .setMaxWaitQueueSize(files.waiting())
                // Nothing read or written for so long: one of the two ends has gone.
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) files.stalledAfter().toMillis()));
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        authorization = InternalApi.authorization(secret);
        headWithin = files.headWithin().toMillis();
    }

    /**
     * Asks for a file.
     *
     * @return the head of the answer, whatever its status; its body comes as fast as it is read
     */
    Future<HttpClientResponse> ask(HttpMethod method, String fileId) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(root + InternalApi.FILES + "/" + fileId)
                .setTimeout(headWithin)
                .putHeader("Authorization", authorization);
        return client.request(options).compose(HttpClientRequest::send);
    }
}
