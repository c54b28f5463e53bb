/** The bot's commands, each one bean. */
@NullMarked
package dev.basegram.bot.chat.command;

import org.jspecify.annotations.NullMarked;
