/** Looking around: tables, lists, records, search. */
@NullMarked
package dev.basegram.bot.chat.browse;

import org.jspecify.annotations.NullMarked;
