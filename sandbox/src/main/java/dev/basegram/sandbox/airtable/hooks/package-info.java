/**
 * Webhooks: subscriptions, the payloads they collect, and the signed pings that tell of them
 * (airtable.com/developers/web/api/webhooks-overview).
 */
@NullMarked
package dev.basegram.sandbox.airtable.hooks;

import org.jspecify.annotations.NullMarked;
