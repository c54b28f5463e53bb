package dev.basegram.sandbox.telegram.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import dev.basegram.sandbox.telegram.wire.UploadedFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Fetches files that a call names by URL, before the call, as Telegram's servers do. */
public final class RemoteFiles {
    private static final long MAX_BYTES = 20L << 20;
    private static final long TIMEOUT_SECONDS = 15;

    private final HttpClient http;

    /** Creates a fetcher on the event loops of a Vert.x. */
    public RemoteFiles(Vertx vertx) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(5_000));
    }

    /** Returns the name under which the file of a URL is added to the parameters. */
    static String nameOf(String url) {
        return "url " + url;
    }

    /** Returns the parameters with all files fetched; fails with a {@link Refusal} when one cannot be. */
    public Future<Params> fetch(Params params) {
        Future<Params> fetched = Future.succeededFuture(params);
        for (String url : urls(params)) {
            fetched = fetched.compose(so -> fetch(url).map(file -> so.withFile(nameOf(url), file)));
        }
        return fetched;
    }

    private static Set<String> urls(Params params) {
        Set<String> urls = new LinkedHashSet<>();
        for (MediaKind kind : MediaKind.values()) {
            addUrl(params.text(kind.field()), urls);
        }
        String media = params.text("media");
        if (media.startsWith("[") || media.startsWith("{")) {
            JsonNode json = Json.parse(media).orElseGet(Json::array);
            json.findValues("media").forEach(value -> addUrl(value.asText(""), urls));
        }
        return urls;
    }

    private static void addUrl(String value, Set<String> urls) {
        if (value.startsWith("http://") || value.startsWith("https://")) {
            urls.add(value);
        }
    }

    private Future<UploadedFile> fetch(String url) {
        RequestOptions options;
        try {
            options = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(URI.create(url).toString());
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(Refusal.badRequest("wrong HTTP URL specified"));
        }
        return http.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> {
                    boolean usable = response.statusCode() == 200 && body.length() <= MAX_BYTES;
                    if (!usable) {
                        throw Refusal.badRequest("failed to get HTTP URL content");
                    }
                    String type = response.getHeader("Content-Type");
                    return new UploadedFile(nameFrom(url), type == null ? "application/octet-stream" : type, body);
                }))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .recover(error -> Future.failedFuture(
                        error instanceof Refusal ? error : Refusal.badRequest("failed to get HTTP URL content")));
    }

    private static String nameFrom(String url) {
        String path = URI.create(url).getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }
}
