/** What Airtable tells of changes: webhooks, their pings and their payloads. */
@NullMarked
package dev.basegram.bot.airtable.webhook;

import org.jspecify.annotations.NullMarked;
