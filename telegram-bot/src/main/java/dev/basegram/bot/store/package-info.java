/** One database, its migrations and the writer that lets many writes share one commit. */
@NullMarked
package dev.basegram.bot.store;

import org.jspecify.annotations.NullMarked;
