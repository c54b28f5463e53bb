package dev.basegram.common.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    @AfterEach
    void off() {
        Traces.use(TracerProvider.noop().get("basegram"));
    }

    @Test
    void shouldHandOnNothingWhileOff() {
        Span span = Traces.begin("a", SpanKind.SERVER);

        assertThat(span.isRecording()).isFalse();
        assertThat(Traces.header(span)).isNull();
        Traces.end(span, "done", false);
    }

    @Test
    void shouldGoOnInTheOtherServiceByTheHeader() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
            Traces.use(provider.get("basegram"));
            Span here = Traces.begin("here", SpanKind.CLIENT);

            Span there = Traces.begin("there", SpanKind.SERVER, Traces.read(Traces.header(here)));

            assertThat(Traces.header(here)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
            assertThat(there.getSpanContext().getTraceId())
                    .isEqualTo(here.getSpanContext().getTraceId());
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "00", "00-zz-zz-01", "00-00000000000000000000000000000000-0000000000000000-01", "\u0000"})
    void shouldBeginAnewOnAHeaderThatIsNone(String header) {
        assertThat(Span.fromContext(Traces.read(header)).getSpanContext().isValid())
                .isFalse();
        assertThat(Span.fromContext(Context.root()).getSpanContext().isValid()).isFalse();
    }
}
