package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.response.GetFileResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Fetches files that people sent, into memory or as a stream. Their addresses contain the bot's token and never leave this class. Blocks its
 * thread, which should be a virtual one. Thread-safe.
 */
public class FileFetcher {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BotApi api;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    FileFetcher(BotApi api) {
        this.api = api;
    }

    /**
     * Fetches a file.
     *
     * @param mostBytes a larger one is {@link TelegramFailure.BadRequest}
     */
    public TelegramResult<byte[]> fetch(String fileId, int mostBytes) throws InterruptedException {
        return switch (api.execute(new GetFile(fileId))) {
            case TelegramResult.Failure<GetFileResponse>(TelegramFailure reason) ->
                new TelegramResult.Failure<>(reason);
            case TelegramResult.Success<GetFileResponse>(GetFileResponse found) ->
                download(api.fileUrl(found.file()), mostBytes);
        };
    }

    /** Returns the size of a file in bytes, asked of Telegram; 0 where even Telegram does not tell. */
    TelegramResult<Long> size(String fileId) throws InterruptedException {
        return api.execute(new GetFile(fileId))
                .map(found ->
                        found.file().fileSize() == null ? 0L : found.file().fileSize());
    }

    /** Begins to fetch a file; whoever gets it closes it. One of unknown size is {@link TelegramFailure.Unavailable}. */
    TelegramResult<OpenFile> open(String fileId) throws InterruptedException {
        return switch (api.execute(new GetFile(fileId))) {
            case TelegramResult.Failure<GetFileResponse>(TelegramFailure reason) ->
                new TelegramResult.Failure<>(reason);
            case TelegramResult.Success<GetFileResponse>(GetFileResponse found) -> open(found.file());
        };
    }

    private TelegramResult<OpenFile> open(com.pengrad.telegrambot.model.File file) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.fileUrl(file)))
                .timeout(PATIENCE) // until the first byte
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            long told = file.fileSize() == null ? -1 : file.fileSize();
            long length = response.headers().firstValueAsLong("Content-Length").orElse(told);
            if (response.statusCode() != 200 || length < 0) {
                response.body().close();
                return new TelegramResult.Failure<>(
                        new TelegramFailure.Unavailable("status " + response.statusCode() + ", length " + length));
            }
            return new TelegramResult.Success<>(new OpenFile(response.body(), length));
        } catch (IOException e) {
            return new TelegramResult.Failure<>(
                    new TelegramFailure.Unavailable(e.getClass().getSimpleName())); // its message may hold the address
        }
    }

    private TelegramResult<byte[]> download(String url, int mostBytes) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    return failed("status " + response.statusCode());
                }
                byte[] bytes = body.readNBytes(mostBytes + 1);
                return bytes.length > mostBytes
                        ? new TelegramResult.Failure<>(new TelegramFailure.BadRequest(400, "file is too big"))
                        : new TelegramResult.Success<>(bytes);
            }
        } catch (IOException e) {
            return failed(e.getClass().getSimpleName()); // its message may hold the address
        }
    }

    private static TelegramResult<byte[]> failed(String reason) {
        return new TelegramResult.Failure<>(new TelegramFailure.Unavailable(reason));
    }
}
