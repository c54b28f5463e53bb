/**
 * The Web API over HTTP: routes, tokens, limits, paging and the shapes of requests and answers
 * (airtable.com/developers/web/api/introduction).
 *
 * <p>Any non-empty bearer token is a token of the base's owner with every scope. Tokens that start with one of these act
 * out the usual mishaps: {@code patInvalid} is not known (401), {@code patReadOnly} lacks {@code data.records:write} and
 * every other scope for writing, {@code patNoSchema} lacks {@code schema.bases:read}, {@code patNoBase} was given no
 * base.
 */
@NullMarked
package dev.basegram.sandbox.airtable.http;

import org.jspecify.annotations.NullMarked;
