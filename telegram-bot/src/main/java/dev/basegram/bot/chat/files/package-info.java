/** Files into records and out of them. */
@NullMarked
package dev.basegram.bot.chat.files;

import org.jspecify.annotations.NullMarked;
