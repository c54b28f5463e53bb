package dev.basegram.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.AirtableSandbox;
import dev.basegram.sandbox.airtable.EditOutcome;
import dev.basegram.sandbox.airtable.Shown;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The base as a person sees and edits it in Airtable's own page: no token, no call counted, no fault. */
@Path("/sandbox/airtable/bases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Airtable", description = "The base as a person sees and edits it in Airtable's own page")
class AirtableControl {
    private static final String TABLE = "/{base}/tables/{table}";

    private final AirtableSandbox airtable;
    private final RequestBodies bodies;

    AirtableControl(AirtableSandbox airtable, RequestBodies bodies) {
        this.airtable = airtable;
        this.bodies = bodies;
    }

    /** The values of a row by field id or name. */
    @Schema(description = "Values by field id or name, as the API takes them or as text to be understood; null empties")
    record RowRequest(
            @Nullable @Schema(examples = "{\"Name\":\"Oak table\",\"Status\":\"Ready\"}")
            ObjectNode fields) {}

    /** A row that is gone. */
    record Deleted(String id, boolean deleted) {}

    @GET
    @Operation(summary = "The bases with their tables, fields and views, rows left out")
    public List<Shown.Base> bases() {
        return airtable.bases();
    }

    @GET
    @Path(TABLE)
    @Operation(summary = "A table's or a view's rows, with the text that the grid shows in each cell")
    public Shown.Grid grid(
            @Parameter(example = AirtableSandbox.BASE_ID) @PathParam("base") String base,
            @Parameter(description = "Id or name") @PathParam("table") String table,
            @Parameter(description = "Id or name; absent is the whole table") @QueryParam("view") @Nullable
                    String view) {
        return airtable.grid(base, table, view)
                .orElseThrow(() -> Refusal.notFound("No table \"" + table + "\""
                        + (view == null ? "" : " with a view \"" + view + "\"") + " in the base " + base
                        + ": GET /sandbox/airtable/bases lists them"));
    }

    @POST
    @Path(TABLE + "/rows")
    @Operation(summary = "Add a row, as a person")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RowRequest.class),
                            examples = @ExampleObject(value = "{\"fields\":{\"Name\":\"Oak table\"}}")))
    public Shown.Row add(@PathParam("base") String base, @PathParam("table") String table, String body) {
        return row(airtable.add(base, table, fields(body)));
    }

    @PATCH
    @Path(TABLE + "/rows/{row}")
    @Operation(summary = "Type into cells of a row, as a person")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RowRequest.class),
                            examples = @ExampleObject(value = "{\"fields\":{\"Status\":\"Ready\"}}")))
    public Shown.Row change(
            @PathParam("base") String base,
            @PathParam("table") String table,
            @PathParam("row") String row,
            String body) {
        ObjectNode fields = fields(body);
        Shown.Row saved = null;
        for (Map.Entry<String, JsonNode> cell : fields.properties()) {
            saved = row(airtable.change(base, table, row, cell.getKey(), cell.getValue()));
        }
        if (saved == null) {
            throw Refusal.badRequest("\"fields\" is empty: name at least one field");
        }
        return saved;
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @Path(TABLE + "/rows/{row}")
    @Operation(summary = "Delete a row, as a person")
    public Deleted delete(
            @PathParam("base") String base, @PathParam("table") String table, @PathParam("row") String row) {
        return switch (airtable.delete(base, table, row)) {
            case EditOutcome.Deleted deleted -> new Deleted(deleted.recordId(), true);
            case EditOutcome.Saved saved -> throw new IllegalStateException("Saved instead of deleted: " + saved);
            case EditOutcome.Refused refused -> throw refused(refused);
        };
    }

    private ObjectNode fields(String body) {
        ObjectNode fields = bodies.read(body, RowRequest.class).fields();
        if (fields == null) {
            throw Refusal.badRequest("\"fields\" is missing: use {\"fields\":{\"Name\":\"…\"}}");
        }
        return fields;
    }

    private static Shown.Row row(EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Saved saved -> saved.row();
            case EditOutcome.Deleted deleted ->
                throw new IllegalStateException("Deleted instead of saved: " + deleted.recordId());
            case EditOutcome.Refused refused -> throw refused(refused);
        };
    }

    private static RuntimeException refused(EditOutcome.Refused refused) {
        return Refusal.of(Response.Status.BAD_REQUEST, refused.message(), refused.type());
    }
}
