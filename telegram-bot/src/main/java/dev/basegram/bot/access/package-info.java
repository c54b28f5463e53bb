/** Who may see and do what. Every road from a person to the base leads through {@link dev.basegram.bot.access.Checkpoint}. */
@NullMarked
package dev.basegram.bot.access;

import org.jspecify.annotations.NullMarked;
