/** What a person is in the middle of. */
@NullMarked
package dev.basegram.bot.session;

import org.jspecify.annotations.NullMarked;
