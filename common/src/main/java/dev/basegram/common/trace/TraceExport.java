package dev.basegram.common.trace;

import dev.basegram.common.VariableFormats;
import dev.basegram.common.VariableProblems;
import dev.basegram.common.Variables;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to a collector, by OTLP over HTTP, if the operator names one; the variables are OpenTelemetry's own
 * (opentelemetry.io/docs/specs/otel/protocol/exporter).
 */
public final class TraceExport {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
    private static final int LAST_SPANS_SECONDS = 3;

    private TraceExport() {}

    /** Notes what is wrong with the variables. */
    public static void check(Variables variables, VariableProblems problems) {
        problems.check(ENDPOINT, variables.raw(ENDPOINT), VariableFormats::webRoot, "http://collector:4318");
    }

    /**
     * Switches traces on for the rest of the process if the variables ask for it; what is not sent yet when the process ends is
     * sent then.
     *
     * @param service the name that the collector shows
     */
    public static void startIfAsked(Variables variables, String service) {
        variables.raw(ENDPOINT).ifPresent(endpoint -> start(variables, service, endpoint.strip()));
    }

    private static void start(Variables variables, String service, String endpoint) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint((endpoint.endsWith("/") ? endpoint : endpoint + "/") + "v1/traces");
        for (String header : variables.raw(HEADERS).map(List::of).orElse(List.of()).stream()
                .flatMap(all -> List.of(all.split(",", -1)).stream())
                .toList()) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                exporter.addHeader(
                        header.substring(0, equals).strip(),
                        header.substring(equals + 1).strip());
            }
        }
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).build())
                .build();
        Traces.use(provider.get("basegram"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            var _ = provider.shutdown().join(LAST_SPANS_SECONDS, TimeUnit.SECONDS);
        }));
    }
}
