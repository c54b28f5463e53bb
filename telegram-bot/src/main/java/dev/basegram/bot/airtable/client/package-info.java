/** {@link dev.basegram.bot.airtable.Airtable} put together: what is read, joined, written once, and never overwritten. */
@NullMarked
package dev.basegram.bot.airtable.client;

import org.jspecify.annotations.NullMarked;
