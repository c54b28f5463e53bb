package dev.basegram.bot.telegram;

import dev.basegram.common.FileTicket;
import dev.basegram.common.InternalApi;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Passes files that people sent on to webhook-server, which has no token to fetch them by. The bytes go through as fast as they are
 * read; none are held.
 */
@Singleton
@Path(InternalApi.FILES + "/{id}")
public class FilesResource {
    private static final int AT_ONCE = 16;
    private static final int CHUNK = 16 << 10;
    private static final long PATIENCE_SECONDS = 15;

    private final FileFetcher fetcher;
    private final Semaphore places = new Semaphore(AT_ONCE);

    FilesResource(FileFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Tells whether the file is there and how large it is. */
    @HEAD
    @RunOnVirtualThread
    public Response look(@PathParam("id") String id) throws InterruptedException {
        if (!FileTicket.fits(id)) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return switch (fetcher.size(id)) {
            case TelegramResult.Failure<Long>(TelegramFailure reason) -> refusal(reason);
            case TelegramResult.Success<Long>(Long size) -> head(size).build();
        };
    }

    /** Passes the file on. */
    @GET
    @RunOnVirtualThread
    public Response pass(@PathParam("id") String id) throws InterruptedException {
        if (!FileTicket.fits(id)) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        return switch (fetcher.open(id)) {
            case TelegramResult.Failure<OpenFile>(TelegramFailure reason) -> {
                places.release();
                yield refusal(reason);
            }
            case TelegramResult.Success<OpenFile>(OpenFile file) ->
                head(file.length())
                        .entity((StreamingOutput) to -> send(file, to))
                        .build();
        };
    }

    private static Response.ResponseBuilder head(long length) {
        return Response.ok().type(MediaType.APPLICATION_OCTET_STREAM_TYPE).header(HttpHeaders.CONTENT_LENGTH, length);
    }

    private void send(OpenFile file, OutputStream to) throws IOException {
        try (file) {
            copy(file.body(), to, file.length());
        } finally {
            places.release();
        }
    }

    /** Copies exactly as many bytes as were promised; fewer end the connection, so that nobody takes a part for the whole. */
    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int read = from.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) {
                throw new IOException("Telegram ended a file " + left + " bytes early");
            }
            to.write(chunk, 0, read);
            left -= read;
        }
    }

    private static Response refusal(TelegramFailure reason) {
        return Response.status(
                        reason instanceof TelegramFailure.BadRequest
                                ? Response.Status.NOT_FOUND
                                : Response.Status.SERVICE_UNAVAILABLE)
                .build();
    }
}
