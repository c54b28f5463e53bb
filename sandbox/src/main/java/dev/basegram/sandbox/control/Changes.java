package dev.basegram.sandbox.control;

import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.SandboxChanged;
import dev.basegram.sandbox.faults.Service;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;

/**
 * Gathers what changes into few events: whatever happens within {@value #GATHER_MILLIS} ms goes out together, so that a
 * thousand calls a second cost the page some thirty events and the caller one lock. Thread-safe.
 */
@ApplicationScoped
class Changes {
    static final int GATHER_MILLIS = 30;
    private static final int UNREAD_LIMIT = 256;

    private final BroadcastProcessor<Change> stream = BroadcastProcessor.create();
    private final CallLog log;
    private final Vertx vertx;
    private PendingChanges pending = new PendingChanges();
    private boolean flushing;

    Changes(CallLog log, Vertx vertx) {
        this.log = log;
        this.vertx = vertx;
    }

    /**
     * Returns the changes from now on. A listener too slow for {@value #UNREAD_LIMIT} unread events is let go; it comes
     * back and reads everything anew.
     */
    Multi<Change> stream() {
        return stream.onOverflow().buffer(UNREAD_LIMIT);
    }

    void started(@Observes StartupEvent event) {
        log.listen(call -> calls());
    }

    void stopping(@Observes ShutdownEvent event) {
        stream.onComplete();
    }

    void changed(@Observes SandboxChanged event) {
        note(changes -> {
            if (event.change().equals("reset")) {
                changes.reset = true;
            } else if (event.service() == Service.TELEGRAM) {
                changes.telegram(event);
            } else {
                changes.airtable(event);
            }
        });
    }

    void calls() {
        note(changes -> changes.calls = true);
    }

    void faults() {
        note(changes -> changes.faults = true);
    }

    void reset() {
        note(changes -> changes.reset = true);
    }

    private void note(Consumer<PendingChanges> change) {
        synchronized (this) {
            change.accept(pending);
            if (flushing) {
                return;
            }
            flushing = true;
        }
        vertx.setTimer(GATHER_MILLIS, timer -> flush());
    }

    private void flush() {
        PendingChanges gathered;
        synchronized (this) {
            gathered = pending;
            pending = new PendingChanges();
            flushing = false;
        }
        // One flush at a time speaks: the processor wants its signals one after the other.
        synchronized (stream) {
            gathered.events().forEach(stream::onNext);
        }
    }
}
