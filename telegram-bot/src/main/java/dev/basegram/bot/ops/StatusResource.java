package dev.basegram.bot.ops;

import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.InboxCounts;
import dev.basegram.bot.ingress.IngressStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What an operator asks first. */
@Singleton
@Path("/internal/status")
public class StatusResource {
    private final Inbox inbox;
    private final IngressStatus ingress;

    StatusResource(Inbox inbox, IngressStatus ingress) {
        this.inbox = inbox;
        this.ingress = ingress;
    }

    /** Returns how things are now. */
    @GET
    @RunOnVirtualThread
    public StatusReport status() {
        InboxCounts counts = inbox.counts();
        IngressStatus.View view = ingress.view();
        return new StatusReport(
                new StatusReport.IngressReport(
                        view.asked().label(),
                        view.road().label(),
                        view.since(),
                        view.lastPoll(),
                        view.lastUpdate(),
                        view.problem(),
                        view.problemSince()),
                new StatusReport.InboxReport(counts.pending(), counts.oldest().toMillis() / 1000.0),
                counts.deadLetters());
    }
}
