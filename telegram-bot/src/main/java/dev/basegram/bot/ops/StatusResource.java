package dev.basegram.bot.ops;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.InboxCounts;
import dev.basegram.bot.ingress.IngressStatus;
import dev.basegram.bot.ops.StatusReport.AirtableReport;
import dev.basegram.bot.ops.StatusReport.InboxReport;
import dev.basegram.bot.ops.StatusReport.IngressReport;
import dev.basegram.bot.ops.StatusReport.LastError;
import dev.basegram.bot.ops.StatusReport.LastErrors;
import dev.basegram.bot.session.SessionStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** What an operator asks first. */
@Singleton
@Path("/internal/status")
public class StatusResource {
    private final Inbox inbox;
    private final IngressStatus ingress;
    private final SessionStore sessions;
    private final Airtable airtable;

    StatusResource(Inbox inbox, IngressStatus ingress, SessionStore sessions, Airtable airtable) {
        this.inbox = inbox;
        this.ingress = ingress;
        this.sessions = sessions;
        this.airtable = airtable;
    }

    /** Returns how things are now. */
    @GET
    @RunOnVirtualThread
    public StatusReport status() {
        InboxCounts counts = inbox.counts();
        IngressStatus.View view = ingress.view();
        AirtableStatus base = airtable.status();
        return new StatusReport(
                new IngressReport(
                        view.asked().label(),
                        view.road().label(),
                        view.since(),
                        view.lastPoll(),
                        view.lastUpdate(),
                        view.problem(),
                        view.problemSince()),
                new InboxReport(counts.pending(), counts.oldest().toMillis() / 1000.0),
                counts.deadLetters(),
                sessions.count(),
                report(base),
                new LastErrors(lastOf(view), lastOf(base)));
    }

    private static AirtableReport report(AirtableStatus base) {
        boolean limited = base.budget().limit() > 0;
        return new AirtableReport(
                switch (base.gate()) {
                    case GateState.Open _ -> "open";
                    case GateState.Held held -> "held: " + held.reason();
                    case GateState.Probing probing -> "probing: " + probing.reason();
                },
                base.waitingPeople() + base.waitingBackground(),
                base.budget().used(),
                base.budget().limit(),
                limited ? base.budget().remaining() : null,
                base.rows(),
                base.rowCap(),
                base.tableCap());
    }

    private static @Nullable LastError lastOf(IngressStatus.View view) {
        return view.lastProblem() == null ? null : new LastError(view.lastProblem(), view.lastProblemAt());
    }

    private static @Nullable LastError lastOf(AirtableStatus base) {
        return base.trouble()
                .map(failure -> new LastError(failure.forOperator(), base.lastFailureAt()))
                .orElse(null);
    }
}
