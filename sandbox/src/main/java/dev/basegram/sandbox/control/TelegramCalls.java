package dev.basegram.sandbox.control;

import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Service;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calls that the local Telegram received. */
@Path("/sandbox/telegram/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls", description = "What the bot has called, with bodies")
class TelegramCalls {
    private final CallPages pages;

    TelegramCalls(CallPages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(
            summary = "The calls that the local Telegram received, oldest first",
            description = "The last " + CallLog.CAPACITY
                    + " are kept, secrets masked. Webhook deliveries are among them, as deliver.")
    public List<Call> calls(
            @Parameter(description = "Only calls with a higher id") @QueryParam("after") @DefaultValue("0") long after,
            @Parameter(description = "Only this operation", example = "sendMessage") @QueryParam("operation") @Nullable
                    String operation,
            @Parameter(description = "At most this many, the newest") @QueryParam("limit") @DefaultValue("2000")
                    int limit) {
        return pages.page(Service.TELEGRAM, after, operation, limit);
    }

    @DELETE
    @Operation(summary = "Forget them")
    public void clear() {
        pages.clear(Service.TELEGRAM);
    }
}
