/** Who changed what, as those who run the bot read it. */
@NullMarked
package dev.basegram.bot.chat.audit;

import org.jspecify.annotations.NullMarked;
