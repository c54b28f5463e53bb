/** The environment of the bot, read and checked once at the start. */
@NullMarked
package dev.basegram.bot.config;

import org.jspecify.annotations.NullMarked;
