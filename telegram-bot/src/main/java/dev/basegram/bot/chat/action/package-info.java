/** What a button means, and how that fits into the 64 bytes Telegram gives it. */
@NullMarked
package dev.basegram.bot.chat.action;

import org.jspecify.annotations.NullMarked;
