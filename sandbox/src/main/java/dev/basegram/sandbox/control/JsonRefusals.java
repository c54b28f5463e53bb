package dev.basegram.sandbox.control;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says in JSON what the framework refuses by itself. */
final class JsonRefusals {
    @ServerExceptionMapper
    RestResponse<Object> notJson(NotSupportedException refused) {
        return refusal(Status.UNSUPPORTED_MEDIA_TYPE, "Send JSON with the header Content-Type: application/json");
    }

    @ServerExceptionMapper
    RestResponse<Object> notFound(NotFoundException refused) {
        return refusal(Status.NOT_FOUND, "Nothing is here, or a number in the path or query is none: see /q/openapi");
    }

    private static RestResponse<Object> refusal(Status status, String error) {
        return ResponseBuilder.<Object>create(status, new Refusal(error, null))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
