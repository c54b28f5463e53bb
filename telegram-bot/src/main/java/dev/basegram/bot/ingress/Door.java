package dev.basegram.bot.ingress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/** The webhook-server as Telegram sees it: by its public address. */
final class Door implements AutoCloseable {
    private final HttpClient client;
    private final URI root;

    Door(Vertx vertx, URI root) {
        this.root = root;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(5_000).setMaxPoolSize(2));
    }

    /** Tells whether the webhook-server answers that it is ready; blocks for five seconds at most. */
    boolean ready() {
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(root + "/q/health/ready")
                .setTimeout(5_000);
        return Uni.createFrom()
                .completionStage(() -> client.request(request)
                        .compose(open -> open.send())
                        .map(response -> response.statusCode() == 200)
                        .otherwise(false)
                        .toCompletionStage())
                .ifNoItem()
                .after(Duration.ofSeconds(5))
                .recoverWithItem(false)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        var _ = client.close();
    }
}
