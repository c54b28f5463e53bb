/** A local Telegram and a local Airtable with a chat page. */
@NullMarked
package dev.basegram.sandbox;

import org.jspecify.annotations.NullMarked;
