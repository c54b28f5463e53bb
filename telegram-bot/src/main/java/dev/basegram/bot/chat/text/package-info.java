/** What the bot says, in the person's language, with numbers and dates as they write them. */
@NullMarked
package dev.basegram.bot.chat.text;

import org.jspecify.annotations.NullMarked;
