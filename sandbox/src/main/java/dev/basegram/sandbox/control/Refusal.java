package dev.basegram.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer that is not a success.
 *
 * @param error what was wrong and what to do
 * @param type Airtable's error type where it refused an edit; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Why the sandbox did not do it")
record Refusal(
        @Schema(examples = "\"chat\" is missing: use a person's id such as 1001, or a group's")
        String error,

        @Nullable @Schema(examples = "INVALID_VALUE_FOR_COLUMN")
        String type) {

    /** The request cannot be understood or done as it is: 400. */
    static WebApplicationException badRequest(String error) {
        return of(Response.Status.BAD_REQUEST, error, null);
    }

    /** There is no such thing: 404. */
    static WebApplicationException notFound(String error) {
        return of(Response.Status.NOT_FOUND, error, null);
    }

    /** Answers with a status of its own. */
    static WebApplicationException of(Response.Status status, String error, @Nullable String type) {
        return new WebApplicationException(
                error,
                Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new Refusal(error, type))
                        .build());
    }
}
