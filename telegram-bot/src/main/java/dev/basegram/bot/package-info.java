/** The bot: everything but the public door. Packages are capabilities; their arrows point downward only. */
@NullMarked
package dev.basegram.bot;

import org.jspecify.annotations.NullMarked;
