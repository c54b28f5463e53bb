/** The chat benchmark: from a press to the edited screen. */
@NullMarked
package dev.basegram.bench.chat;

import org.jspecify.annotations.NullMarked;
