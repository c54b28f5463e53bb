/** A client for the Bot API: sending, files, HTML. */
@NullMarked
package dev.basegram.bot.telegram;

import org.jspecify.annotations.NullMarked;
