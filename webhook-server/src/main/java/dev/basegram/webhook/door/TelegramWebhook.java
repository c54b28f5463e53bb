package dev.basegram.webhook.door;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.InternalApi;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateKind;
import dev.basegram.common.UpdateReader;
import dev.basegram.webhook.WebhookConfig;
import dev.basegram.webhook.forward.BotForwarder;
import dev.basegram.webhook.forward.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where Telegram delivers (core.telegram.org/bots/api#setwebhook).
 *
 * <p>Nothing of a request is looked at before its secret. A 2xx means that the update is on disk or can never be of use; any
 * other status makes Telegram keep it and send it again, even a 4xx. Answers have no body, since Telegram would execute one
 * that names a {@code method}.
 */
@Path("/telegram/webhook")
@Singleton
public class TelegramWebhook {
    private final SharedSecret secret;
    private final BodyIntake intake;
    private final BotForwarder forwarder;
    private final RefusalLog refusals;
    private final MeterRegistry meters;
    private final Map<UpdateKind, Counter> received = new ConcurrentHashMap<>();
    private final long retryAfterSeconds;

    TelegramWebhook(
            SharedSecret secret,
            BodyIntake intake,
            BotForwarder forwarder,
            RefusalLog refusals,
            WebhookConfig config,
            MeterRegistry meters) {
        this.secret = secret;
        this.intake = intake;
        this.forwarder = forwarder;
        this.refusals = refusals;
        this.meters = meters;
        this.retryAfterSeconds = config.forward().retryAfter().toSeconds();
    }

    /** Takes one update. */
    @POST
    public Uni<Response> receive(@Context HttpServerRequest request) {
        if (!secret.verify(DerivedKey.TELEGRAM_WEBHOOK, request.getHeader(InternalApi.TELEGRAM_SECRET_HEADER))) {
            refusals.wrongSecret();
            return BodyIntake.refuse(request, Response.Status.UNAUTHORIZED);
        }
        if (!isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            return BodyIntake.refuse(request, Response.Status.UNSUPPORTED_MEDIA_TYPE);
        }
        return intake.read(request, this::forward);
    }

    private Uni<Response> forward(byte[] body) {
        return switch (UpdateReader.read(body)) {
            case UpdateReader.Result.Malformed(String reason) -> {
                refusals.malformed(reason);
                yield Uni.createFrom()
                        .item(Response.status(Response.Status.BAD_REQUEST).build());
            }
            case UpdateReader.Result.Valid(UpdateHead head) -> {
                received.computeIfAbsent(
                                head.kind(), kind -> meters.counter("basegram.updates.received", "kind", kind.field()))
                        .increment();
                yield forwarder.update(head, body).map(delivery -> answer(delivery, head));
            }
        };
    }

    private Response answer(Delivery delivery, UpdateHead head) {
        return switch (delivery) {
            case Delivery.Taken _, Delivery.Refused _ -> Response.ok().build();
            case Delivery.NotTaken _ -> notTaken(head);
        };
    }

    /** On a kind that lives for seconds a {@code Retry-After} can make Telegram drop the update at once. */
    private Response notTaken(UpdateHead head) {
        Response.ResponseBuilder answer = Response.status(Response.Status.SERVICE_UNAVAILABLE);
        if (head.kind().livesForADay()) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return answer.build();
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        if (contentType.equals(MediaType.APPLICATION_JSON)) {
            return true;
        }
        try {
            MediaType type = MediaType.valueOf(contentType);
            return type.getType().equalsIgnoreCase("application")
                    && type.getSubtype().equalsIgnoreCase("json");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
