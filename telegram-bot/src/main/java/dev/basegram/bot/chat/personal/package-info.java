/** What people choose for themselves: language and time zone. */
@NullMarked
package dev.basegram.bot.chat.personal;

import org.jspecify.annotations.NullMarked;
