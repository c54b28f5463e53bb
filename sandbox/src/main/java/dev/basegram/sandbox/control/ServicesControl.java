package dev.basegram.sandbox.control;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The two services that {@code ./run} started beside the sandbox. */
@Path("/sandbox/services")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Services", description = "Killing and restarting what ./run started")
class ServicesControl {
    private final ServiceFolder folder;

    ServicesControl(ServiceFolder folder) {
        this.folder = folder;
    }

    /**
     * The services.
     *
     * @param available whether {@code ./run} started the sandbox and listens to orders
     */
    record Services(boolean available, List<ServiceFolder.State> services) {}

    /** An order that {@code ./run} will find. */
    record Ordered(
            String service, @Schema(examples = "kill") String order) {}

    @GET
    @Operation(summary = "The services and whether they run", description = "Not available unless ./run started them.")
    public Services services() {
        return new Services(folder.isAvailable(), folder.states());
    }

    @POST
    @Path("/{name}/{order}")
    @Operation(summary = "Kill or restart a service")
    @APIResponse(responseCode = "202", description = "./run has been told")
    @APIResponse(responseCode = "404", description = "No such service or order")
    @APIResponse(responseCode = "409", description = "./run did not start the sandbox")
    public RestResponse<Ordered> order(
            @Parameter(description = "webhook-server or telegram-bot") @PathParam("name") String name,
            @Parameter(description = "kill or restart") @PathParam("order") String order)
            throws IOException {
        if (!folder.isAvailable()) {
            throw Refusal.of(
                    Response.Status.CONFLICT,
                    "Nobody would listen: start the system with ./run, which sets SANDBOX_SERVICES_DIR",
                    null);
        }
        if (!ServiceFolder.NAMES.contains(name)) {
            throw Refusal.notFound("No service \"" + name + "\": use " + String.join(" or ", ServiceFolder.NAMES));
        }
        if (!ServiceFolder.ORDERS.contains(order)) {
            throw Refusal.notFound("No order \"" + order + "\": use " + String.join(" or ", ServiceFolder.ORDERS));
        }
        folder.order(name, order);
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Ordered(name, order));
    }
}
