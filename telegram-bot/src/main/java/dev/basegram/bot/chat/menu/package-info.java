/** The commands in Telegram's own menu. */
@NullMarked
package dev.basegram.bot.chat.menu;

import org.jspecify.annotations.NullMarked;
