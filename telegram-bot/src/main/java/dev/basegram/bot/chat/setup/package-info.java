/** Set-up in chat: what is checked, who may do what, and where that is kept. For those who run the bot. */
@NullMarked
package dev.basegram.bot.chat.setup;

import org.jspecify.annotations.NullMarked;
