package dev.basegram.sandbox.control;

import dev.basegram.sandbox.faults.Fault;
import dev.basegram.sandbox.faults.FaultOrder;
import dev.basegram.sandbox.faults.Faults;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Faults on demand. */
@Path("/sandbox/faults")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Faults", description = "What goes wrong, for the next N calls or until cleared")
class FaultsControl {
    private final Faults faults;
    private final Changes changes;
    private final RequestBodies bodies;

    FaultsControl(Faults faults, Changes changes, RequestBodies bodies) {
        this.faults = faults;
        this.changes = changes;
        this.bodies = bodies;
    }

    @GET
    @Operation(summary = "The faults that are on, oldest first")
    public List<Fault> list() {
        return faults.list();
    }

    @POST
    @Operation(
            summary = "Switch a fault on",
            description =
                    "For the next \"times\" calls of an operation, or until cleared without \"times\". A call takes"
                            + " at most one fault, the oldest that concerns it. Kinds: 429, 500, 502, 503, slow, drip, hang,"
                            + " cut-before, cut-after, cut-within, monthly-cap, conflict, unauthorized, forbidden, not-found,"
                            + " refused, empty, garbage.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FaultOrder.class),
                            examples = {
                                @ExampleObject(
                                        name = "Two 429s",
                                        value =
                                                "{\"service\":\"telegram\",\"operation\":\"sendMessage\",\"kind\":\"429\",\"times\":2,\"retryAfter\":1}"),
                                @ExampleObject(
                                        name = "Saved, but no answer",
                                        value =
                                                "{\"service\":\"airtable\",\"operation\":\"create\",\"kind\":\"cut-after\",\"times\":1}"),
                                @ExampleObject(
                                        name = "Slow until cleared",
                                        value = "{\"service\":\"airtable\",\"kind\":\"slow\",\"delayMs\":2000}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "It is on",
            content = @Content(schema = @Schema(implementation = Fault.class)))
    @APIResponse(
            responseCode = "400",
            description = "What was wrong, in words",
            content = @Content(schema = @Schema(implementation = Refusal.class)))
    public Fault switchOn(String body) {
        Fault fault = faults.switchOn(bodies.read(body, FaultOrder.class));
        changes.faults();
        return fault;
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @Path("/{id}")
    @Operation(summary = "Switch one fault off")
    public void clear(@PathParam("id") long id) {
        if (!faults.clear(id)) {
            throw Refusal.notFound("No fault with the id " + id + " is on: GET /sandbox/faults lists them");
        }
        changes.faults();
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Switch every fault off")
    public void clearAll() {
        faults.clear();
        changes.faults();
    }
}
