package dev.basegram.endtoend.processes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A local collector of traces, by OTLP over HTTP. */
public final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();

    /**
     * A span.
     *
     * @param parent empty for the first of a trace
     */
    public record Traced(String service, String name, String trace, String id, String parent) {}

    private Collector(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** Starts one on a free port. */
    public static Collector start() {
        try {
            return new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body = exchange.getRequestBody()) {
            requests.add(ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(body) : body));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** Returns where it listens, as OTEL_EXPORTER_OTLP_ENDPOINT takes it. */
    public String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns every span so far. */
    public List<Traced> spans() {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .map(span -> traced(service(resource), span)))
                .toList();
    }

    /** Returns the names of all attributes of all spans. */
    public Set<String> attributes() {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .flatMap(span -> span.getAttributesList().stream())
                .map(KeyValue::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns everything that was received, as text. */
    public String received() {
        return requests.stream().map(ExportTraceServiceRequest::toString).collect(Collectors.joining("\n"));
    }

    private static String service(ResourceSpans resource) {
        return resource.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse("");
    }

    private static Traced traced(String service, Span span) {
        HexFormat hex = HexFormat.of();
        return new Traced(
                service,
                span.getName(),
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
