package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Fault;
import dev.basegram.sandbox.faults.FaultKind;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.Service;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes a call from its bytes to its answer: faults, token, limits, the operation, the log. Runs on event loops. */
final class CallHandler {
    /** Above the base64 of a 5 MB upload. */
    static final long MAX_BODY = 16L * 1024 * 1024;

    private static final int MAX_URL = 16_000;
    private static final Logger LOG = Logger.getLogger(CallHandler.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Faults that let the call have its effect. */
    private static final Set<FaultKind> AFTER_EFFECT =
            EnumSet.of(FaultKind.SLOW, FaultKind.DRIP, FaultKind.CUT_AFTER, FaultKind.CUT_WITHIN);

    private final Vertx vertx;
    private final Clock clock;
    private final Gate gate;
    private final Faults faults;
    private final CallLog log;
    private final Delivery delivery;

    CallHandler(Vertx vertx, Clock clock, Gate gate, Faults faults, CallLog log) {
        this.vertx = vertx;
        this.clock = clock;
        this.gate = gate;
        this.faults = faults;
        this.log = log;
        this.delivery = new Delivery(vertx);
    }

    void handle(RoutingContext context, Operation operation) {
        Instant began = clock.instant();
        long nanos = System.nanoTime();
        String baseId = Optional.ofNullable(context.pathParam("base")).orElse("");
        Fault fault = faults.take(Service.AIRTABLE, operation.name(), baseId).orElse(null);
        if (fault != null && fault.kind() == FaultKind.SLOW) {
            vertx.setTimer(
                    Math.max(1, fault.delayMs()), timer -> finish(context, operation, baseId, fault, began, nanos));
        } else {
            finish(context, operation, baseId, fault, began, nanos);
        }
    }

    private void finish(
            RoutingContext context,
            Operation operation,
            String baseId,
            @Nullable Fault fault,
            Instant began,
            long nanos) {
        Answer answer = fault == null || AFTER_EFFECT.contains(fault.kind())
                ? answer(context, operation, baseId)
                : FaultAnswers.of(fault).orElse(new Answer(0, JsonNodeFactory.instance.objectNode()));
        boolean cut = fault != null && (answer.status() == 0 || fault.kind() == FaultKind.CUT_AFTER);
        HttpServerRequest request = context.request();
        log.record(new Call(
                0,
                began,
                Service.AIRTABLE,
                baseId,
                request.method().name(),
                operation.name(),
                request.path(),
                Logged.parameters(context),
                cut ? 0 : answer.status(),
                cut ? null : Logged.answer(answer.body()),
                (System.nanoTime() - nanos) / 1_000_000));
        delivery.send(context.response(), answer.status() == 0 ? new Answer(200, answer.body()) : answer, fault);
    }

    private Answer answer(RoutingContext context, Operation operation, String baseId) {
        try {
            Optional<Token> token = Token.of(context.request().getHeader("Authorization"));
            if (token.isEmpty()) {
                return Answer.error(401, "AUTHENTICATION_REQUIRED", "Authentication required");
            }
            Optional<Answer> stopped = gate.check(baseId, token.get(), operation.meta());
            if (stopped.isPresent()) {
                return stopped.get();
            }
            if (context.request().uri().length() > MAX_URL) {
                return Answer.error(414, "URI_TOO_LONG", "The URL is longer than 16,000 characters.");
            }
            return operation.endpoint().apply(request(context, token.get()));
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (RuntimeException bug) {
            LOG.errorf(
                    bug,
                    "The sandbox failed on %s %s",
                    operation.name(),
                    context.request().path());
            return Answer.error(500, "SERVER_ERROR", "The sandbox failed: see its log");
        }
    }

    private static ApiRequest request(RoutingContext context, Token token) {
        HttpServerRequest request = context.request();
        // Not the header Host, which HTTP/2 does not have.
        String host = Optional.ofNullable(request.authority())
                .map(HostAndPort::toString)
                .orElse("localhost");
        return new ApiRequest(
                token,
                context.pathParams(),
                BracketQuery.read(context.queryParams()),
                body(context),
                request.scheme() + "://" + host);
    }

    /** The reference names no error for malformed JSON; 422 is documented for a body it cannot read as an object. */
    private static ObjectNode body(RoutingContext context) {
        String text = context.body().asString();
        if (text == null || text.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw new Refusal(400, "INVALID_REQUEST_BODY", "Could not parse request body");
        }
        throw Refusal.invalid("INVALID_REQUEST_BODY", "Could not parse request body");
    }

    /** Answers a body that was too long to be read, or that broke off. */
    void unread(RoutingContext context) {
        Answer answer = context.statusCode() == 413
                ? Answer.error(413, "REQUEST_TOO_LARGE", "The request body is too large.")
                : Answer.error(400, "INVALID_REQUEST_BODY", "Could not parse request body");
        delivery.send(context.response(), answer, null);
    }

    /** Answers a path that is no route of the API. */
    void noRoute(RoutingContext context) {
        handle(context, new Operation("unknown", true, request -> Answer.notFound()));
    }
}
