/** The bot tells its owners in chat when something is wrong with it, and when it is over. */
@NullMarked
package dev.basegram.bot.ops.alerts;

import org.jspecify.annotations.NullMarked;
