package dev.basegram.bot.inbox;

import dev.basegram.common.UpdateHead;
import dev.basegram.common.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ties the handling of an update to the trace in which it was accepted.
 *
 * <p>Which trace that was is kept in memory, for the newest updates: an update that is handled after a restart begins a trace of
 * its own, with the same id among its attributes. Thread-safe.
 */
final class UpdateTraces {
    private static final int REMEMBERED = 10_000;

    private final Map<Long, Context> accepted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Context> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Begins the span of taking an update, and remembers it until the update is handled. */
    Span accepting(UpdateHead head, Source source, Context trace) {
        SpanKind kind = source == Source.WEBHOOK ? SpanKind.SERVER : SpanKind.CONSUMER;
        Span span = Traces.begin("accept update", kind, trace, head).setAttribute("basegram.source", source.label());
        if (span.getSpanContext().isValid()) {
            remember(head.updateId(), Context.root().with(span));
        }
        return span;
    }

    private synchronized void remember(long updateId, Context trace) {
        accepted.putIfAbsent(updateId, trace);
    }

    /** Begins the span of a try to handle an update. */
    Span handling(IncomingUpdate update) {
        UpdateHead head = update.head();
        return Traces.begin("handle " + head.kind().field(), SpanKind.CONSUMER, trace(head.updateId()), head)
                .setAttribute("basegram.attempt", update.attempt());
    }

    /** Lets go of an update that is not handled again. */
    synchronized void forget(long updateId) {
        accepted.remove(updateId);
    }

    private synchronized Context trace(long updateId) {
        @Nullable Context trace = accepted.get(updateId);
        return trace == null ? Context.root() : trace;
    }
}
