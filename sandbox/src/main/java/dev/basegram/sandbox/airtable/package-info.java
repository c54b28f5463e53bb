/**
 * A local Airtable: the Web API on {@code /v0/…} for any client, and a facade for the sandbox's own page.
 *
 * <p>Start at {@link dev.basegram.sandbox.airtable.AirtableSandbox}.
 */
@NullMarked
package dev.basegram.sandbox.airtable;

import org.jspecify.annotations.NullMarked;
