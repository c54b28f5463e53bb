/**
 * A local Airtable: the Web API on {@code /v0/…} for any client, and a facade for the sandbox's own page. Start at
 * {@link dev.basegram.sandbox.airtable.AirtableSandbox}.
 *
 * <p>{@code base} is the data and its rules, {@code formula} the formula language, {@code http} the API, {@code hooks}
 * the webhooks, {@code attachments} the files, {@code data} where a base comes from.
 *
 * <p>Airtable's reference is silent on some points. What is done here, and may differ there: an upsert that matches
 * several records is {@code 422 INVALID_RECORDS}; a well-formed record id that is gone is {@code 404
 * MODEL_ID_NOT_FOUND}; a URL above 16,000 characters is 414; a body that is no JSON is {@code 400
 * INVALID_REQUEST_BODY}; an upload above 5 MB is 413; offsets expire after five idle minutes; without view and sort,
 * records come in the order they were made; webhooks hear of cells that were written, not of computed ones that follow.
 */
@NullMarked
package dev.basegram.sandbox.airtable;

import org.jspecify.annotations.NullMarked;
