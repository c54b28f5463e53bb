package dev.basegram.sandbox.control;

import dev.basegram.sandbox.airtable.AirtableSandbox;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.SandboxClock;
import dev.basegram.sandbox.faults.Service;
import dev.basegram.sandbox.telegram.TelegramSandbox;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The sandbox as a whole: its clock, and back to the start. */
@Path("/sandbox")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sandbox", description = "Limits, clock, reset")
class SandboxControl {
    private final TelegramSandbox telegram;
    private final AirtableSandbox airtable;
    private final Faults faults;
    private final CallLog calls;
    private final SandboxClock clock;
    private final Changes changes;
    private final RequestBodies bodies;

    SandboxControl(
            TelegramSandbox telegram,
            AirtableSandbox airtable,
            Faults faults,
            CallLog calls,
            SandboxClock clock,
            Changes changes,
            RequestBodies bodies) {
        this.telegram = telegram;
        this.airtable = airtable;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
        this.changes = changes;
        this.bodies = bodies;
    }

    /** How far to move the clock. */
    record ClockChange(@Nullable @Schema(examples = "PT2H") String advance) {}

    /** The sandbox's time. */
    record ClockNow(Instant now) {}

    @POST
    @Path("/reset")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Back to the start",
            description =
                    "Chats, webhooks, faults, calls, limits and the clock are cleared, and the base is as it was.")
    @APIResponse(responseCode = "204", description = "Done")
    public void reset() {
        faults.clear();
        telegram.reset();
        airtable.reset();
        for (Service service : Service.values()) {
            calls.clear(service);
        }
        clock.reset();
        changes.reset();
    }

    @POST
    @Path("/clock")
    @Operation(summary = "Move the sandbox's clock, so that links, buttons and offsets expire without waiting")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClockChange.class),
                            examples = @ExampleObject(value = "{\"advance\":\"PT2H\"}")))
    public ClockNow clock(String body) {
        String advance = bodies.read(body, ClockChange.class).advance();
        if (advance == null) {
            throw Refusal.badRequest("\"advance\" is missing: use an ISO-8601 duration such as PT2H");
        }
        try {
            clock.advance(Duration.parse(advance));
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("\"advance\" is \"" + advance + "\": use an ISO-8601 duration such as PT2H");
        }
        return new ClockNow(clock.instant());
    }
}
