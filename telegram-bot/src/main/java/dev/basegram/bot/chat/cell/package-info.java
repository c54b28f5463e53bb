/** Values people fill in: how they are kept, and how they are written to the base. */
@NullMarked
package dev.basegram.bot.chat.cell;

import org.jspecify.annotations.NullMarked;
