/** What operators see: health, status, dead letters. */
@NullMarked
package dev.basegram.bot.ops;

import org.jspecify.annotations.NullMarked;
