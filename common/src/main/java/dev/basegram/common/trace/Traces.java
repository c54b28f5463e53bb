package dev.basegram.common.trace;

import dev.basegram.common.UpdateHead;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans. One for the whole process, like OpenTelemetry's own: a trace crosses every package, and all of it is off unless
 * {@link TraceExport} switched it on.
 *
 * <p>A span carries the kind of an update, its id, outcomes and names of methods; never an address (the bot's token is in those of
 * Telegram), a person, a chat or a word. Thread-safe.
 */
public final class Traces {
    /** The header by which one service hands a trace to the other (w3.org/TR/trace-context). */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ONE_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    };

    private static volatile Tracer tracer = TracerProvider.noop().get("basegram");

    private Traces() {}

    static void use(Tracer other) {
        tracer = other;
    }

    /** Begins a span within the one that is current on this thread. */
    public static Span begin(String name, SpanKind kind) {
        return begin(name, kind, Context.current());
    }

    /** Begins a span within another. */
    public static Span begin(String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }

    /** Begins a span about an update. */
    public static Span begin(String name, SpanKind kind, Context parent, UpdateHead head) {
        return begin(name, kind, parent)
                .setAttribute("basegram.update.id", head.updateId())
                .setAttribute("basegram.update.kind", head.kind().field());
    }

    /** Ends a span with what came of it. */
    public static void end(Span span, String outcome, boolean failed) {
        span.setAttribute("basegram.outcome", outcome);
        if (failed) {
            span.setStatus(StatusCode.ERROR, outcome);
        }
        span.end();
    }

    /** Returns the header's value that hands the trace on; null while traces are off. */
    public static @Nullable String header(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                : null;
    }

    /** Reads the header; a missing or malformed one gives a context in which a new trace begins. */
    public static Context read(@Nullable String header) {
        return header == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), header, ONE_HEADER);
    }
}
