/** A client for Airtable that knows nothing of chats. */
@NullMarked
package dev.basegram.bot.airtable;

import org.jspecify.annotations.NullMarked;
