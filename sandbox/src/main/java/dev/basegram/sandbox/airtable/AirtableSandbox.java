package dev.basegram.sandbox.airtable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A local Airtable. Safe to call from any thread; every call is short and holds the base's lock.
 *
 * <p>Tables, views and fields are named by id or by name throughout, as in the API.
 */
public interface AirtableSandbox {
    /** The id of the base that is always there. */
    String BASE_ID = "appSandbox0000001";

    /** Serves the API host and the content host on one router, under {@code /v0/}. */
    void mount(Router router);

    /** The bases a token sees. */
    List<Shown.Base> bases();

    /**
     * A view's grid, or the whole table in its own order.
     *
     * @param view id or name; null for the whole table
     * @return empty when there is no such base, table or view
     */
    Optional<Shown.Grid> grid(String baseId, String table, @Nullable String view);

    /**
     * Types a value into a cell, as a person in Airtable's own page: text is understood as far as the field's type
     * allows, and webhooks see the source {@code client}.
     *
     * @param value as the API takes it, or text to be understood; JSON null empties the cell
     */
    EditOutcome change(String baseId, String table, String recordId, String field, JsonNode value);

    /**
     * Adds a row, as a person in Airtable's own page.
     *
     * @param fields values by field id or name; may be empty
     */
    EditOutcome add(String baseId, String table, ObjectNode fields);

    /** Deletes a row, as a person in Airtable's own page. */
    EditOutcome delete(String baseId, String table, String recordId);

    /**
     * Renames a field, as a person in Airtable's own page; formulas go on as before.
     *
     * @param field its id or present name
     */
    SchemaOutcome renameField(String baseId, String table, String field, String newName);

    /**
     * Deletes a field, as a person in Airtable's own page; formulas that name it become errors, and webhooks that watch
     * it break.
     *
     * @param field its id or name; not the primary field
     */
    SchemaOutcome deleteField(String baseId, String table, String field);

    /** Puts the demo base (or the loaded data) back as it was at the start and forgets webhooks and limits. */
    void reset();

    /** Replaces the base by the JSON or CSV files of a folder. */
    LoadOutcome load(Path folder);

    /** Whether more than five requests a second are answered 429 for 30 s. */
    boolean rateLimited();

    /** Switches the five requests a second on or off; switching forgets a running penalty. */
    void rateLimit(boolean on);

    /** The calls of this month that count to the cap. */
    long callsThisMonth();

    /** The cap in force; empty for none. */
    OptionalLong monthlyCap();

    /**
     * Sets how many data calls a month are answered; later ones get 429 {@code PUBLIC_API_BILLING_LIMIT_EXCEEDED}.
     *
     * @param calls 0 or more; empty for no cap
     */
    void monthlyCap(OptionalLong calls);
}
