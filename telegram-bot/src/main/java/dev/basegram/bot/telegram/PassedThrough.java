package dev.basegram.bot.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The bytes at an address, fetched while they are sent, as fast as they are taken. Nobody's token goes there. */
final class PassedThrough extends RequestBody {
    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final int CHUNK = 16 << 10;

    private final OutgoingFile.Content.At content;
    private final HttpClient http;

    PassedThrough(OutgoingFile.Content.At content, HttpClient http) {
        this.http = http;
        this.content = content;
    }

    /** The bytes are not to be had; it is not Telegram that is in trouble. */
    static final class SourceLost extends IOException {
        private static final long serialVersionUID = 1L;

        SourceLost(String reason) {
            super(reason);
        }
    }

    @Override
    public @Nullable MediaType contentType() {
        return BYTES;
    }

    @Override
    public long contentLength() {
        return content.size();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (InputStream body = open()) {
            byte[] chunk = new byte[CHUNK];
            long left = content.size();
            while (left > 0) {
                int read = read(body, chunk, left);
                sink.write(chunk, 0, read);
                left -= read;
            }
        }
    }

    private static int read(InputStream body, byte[] chunk, long left) throws SourceLost {
        try {
            int read = body.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) {
                throw new SourceLost("it is shorter than the base says");
            }
            return read;
        } catch (SourceLost e) {
            throw e;
        } catch (IOException e) {
            throw new SourceLost(e.getClass().getSimpleName());
        }
    }

    private InputStream open() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(content.source())
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new SourceLost("status " + response.statusCode());
            }
            return response.body();
        } catch (SourceLost e) {
            throw e;
        } catch (IOException e) {
            throw new SourceLost(e.getClass().getSimpleName()); // its message may hold the address
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while fetching a file");
        }
    }
}
