/** Screens, forms, widgets, commands and the router that finds them. */
@NullMarked
package dev.basegram.bot.chat;

import org.jspecify.annotations.NullMarked;
