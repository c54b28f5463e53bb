package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.AirtableClientConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Turns one request into one {@link HttpAnswer}, whatever happens on the way.
 *
 * <p>A body is read on a virtual thread, up to a cap and up to a deadline for the whole of it: a server that sends a byte now and
 * then must not hold a caller for ever.
 */
@Singleton
final class Transport {
    /** How long a file may take: 20 MB over a slow line. */
    static final Duration FILE_WITHIN = Duration.ofMinutes(2);

    private static final int CHUNK = 16 * 1024;
    private static final int LONGEST_RETRY_AFTER = 3_600;

    private final Duration deadline;
    private final Executor readers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("airtable-body-", 0).factory());

    Transport(AirtableClientConfig config) {
        this.deadline = config.answerWithin();
    }

    /** Sends a request and reads its answer, at most {@code mostBytes} of it. The Uni never fails but for a bug. */
    Uni<HttpAnswer> exchange(Uni<Response> request, long mostBytes) {
        return exchange(request, mostBytes, deadline);
    }

    Uni<HttpAnswer> exchange(Uni<Response> request, long mostBytes, Duration within) {
        return Uni.createFrom().deferred(() -> {
            var open = new OpenResponse();
            return request.onItem()
                    .invoke(open::hold)
                    .emitOn(readers)
                    .onItem()
                    .transform(response -> read(response, mostBytes))
                    .ifNoItem()
                    .after(within)
                    .recoverWithItem(() -> new HttpAnswer.Lost("no whole answer within " + within.toSeconds() + " s"))
                    .onFailure(Transport::isOfTheWay)
                    .recoverWithItem(Transport::failed)
                    .onTermination()
                    .invoke(open::close);
        });
    }

    private static HttpAnswer read(Response response, long mostBytes) {
        int status = response.getStatus();
        try {
            byte[] body = BoundedBody.read(response.readEntity(InputStream.class), mostBytes, CHUNK);
            return body == null
                    ? new HttpAnswer.Oversized(mostBytes, status)
                    : new HttpAnswer.Came(status, body, retryAfter(response));
        } catch (IOException | ProcessingException | IllegalStateException e) {
            return new HttpAnswer.Lost("the answer was cut off");
        }
    }

    private static @Nullable Duration retryAfter(Response response) {
        String text = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        if (text == null || text.isEmpty() || text.length() > 5 || !text.chars().allMatch(Character::isDigit)) {
            return null;
        }
        return Duration.ofSeconds(Math.min(LONGEST_RETRY_AFTER, Integer.parseInt(text)));
    }

    private static boolean isOfTheWay(Throwable failure) {
        return !(failure instanceof NullPointerException || failure instanceof Error);
    }

    private static HttpAnswer failed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return new HttpAnswer.NotSent("its name cannot be resolved");
            }
            if (cause instanceof SSLHandshakeException) {
                return new HttpAnswer.NotSent("no TLS connection: its certificate or protocol was refused");
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new HttpAnswer.NotSent("no connection");
            }
        }
        return new HttpAnswer.Lost("the connection was cut");
    }

    /** Closes a response at the end of its exchange, whichever of the two comes first. */
    private static final class OpenResponse {
        private @Nullable Response response;
        private boolean over;

        synchronized void hold(Response arrived) {
            response = arrived;
            if (over) {
                arrived.close();
            }
        }

        synchronized void close() {
            over = true;
            if (response != null) {
                response.close();
            }
        }
    }
}
