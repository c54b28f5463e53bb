/** Screens: each turns what is known into a text and buttons, purely. */
@NullMarked
package dev.basegram.bot.chat.screen;

import org.jspecify.annotations.NullMarked;
