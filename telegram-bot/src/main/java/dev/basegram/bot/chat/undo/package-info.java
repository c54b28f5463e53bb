/** Taking changes back, and deletions that wait for their minute to pass. */
@NullMarked
package dev.basegram.bot.chat.undo;

import org.jspecify.annotations.NullMarked;
