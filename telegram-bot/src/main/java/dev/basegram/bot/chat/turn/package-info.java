/** One update's turn: what a handler is given and what it answers. */
@NullMarked
package dev.basegram.bot.chat.turn;

import org.jspecify.annotations.NullMarked;
