package dev.basegram.sandbox.control;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The change stream, as server-sent events. */
@Path("/sandbox/events")
@Tag(name = "Sandbox")
class ChangeStream {
    private final Changes changes;

    ChangeStream(Changes changes) {
        this.changes = changes;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "What changes, as it changes",
            description = "Events: hello first, then telegram {chats, bot}, airtable {tables, schema}, calls, faults,"
                    + " reset. They say what to read anew.")
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        Multi<Change> all = Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(new Change("hello", Map.of())), changes.stream());
        return all.map(change -> sse.newEventBuilder()
                .name(change.name())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(change.data())
                .build());
    }
}
