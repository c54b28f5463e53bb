/** The public door: proves that an update is Telegram's and hands it over. */
@NullMarked
package dev.basegram.webhook;

import org.jspecify.annotations.NullMarked;
