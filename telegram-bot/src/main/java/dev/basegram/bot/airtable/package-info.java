/**
 * A client for one Airtable base that knows nothing of chats: its vocabulary and {@link dev.basegram.bot.airtable.Airtable}.
 *
 * <p>This package is what callers see; it depends on none of the packages below it, which are how it is done: {@code formula}
 * builds filters that no text can break out of, {@code rest} speaks HTTP, {@code gate} decides when a call may leave, {@code
 * snapshot} keeps tables in memory, {@code client} puts them together.
 */
@NullMarked
package dev.basegram.bot.airtable;

import org.jspecify.annotations.NullMarked;
