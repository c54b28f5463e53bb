package dev.basegram.bot.ops;

import dev.basegram.bot.inbox.DeadLetter;
import dev.basegram.bot.inbox.Inbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The updates that were given up. */
@Singleton
@Path("/internal/dead-letters")
public class DeadLettersResource {
    private static final int MOST = 1_000;

    private final Inbox inbox;

    DeadLettersResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * One dead letter.
     *
     * @param updateId null for one that is no update at all, which cannot be replayed
     */
    public record Letter(
            String reference,
            @Nullable Long updateId,
            String kind,
            String reason,
            int attempts,
            Instant receivedAt,
            Instant diedAt) {
        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.reference(),
                    letter.updateId().isPresent() ? letter.updateId().getAsLong() : null,
                    letter.kind(),
                    letter.reason(),
                    letter.attempts(),
                    letter.receivedAt(),
                    letter.diedAt());
        }
    }

    /** Returns the newest thousand, newest first. */
    @GET
    @RunOnVirtualThread
    public List<Letter> list() {
        return inbox.deadLetters().newest(MOST).stream().map(Letter::of).toList();
    }

    /** Puts an update back in its lane: 202, or 404 when it is no dead letter. */
    @POST
    @Path("/{updateId: -?\\d{1,18}}/replay")
    public Uni<Response> replay(@PathParam("updateId") long updateId) {
        return inbox.deadLetters()
                .replay(updateId)
                .map(replayed -> Response.status(replayed ? 202 : 404).build());
    }
}
