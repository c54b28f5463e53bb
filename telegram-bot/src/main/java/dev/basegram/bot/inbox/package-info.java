/** Accepts updates durably, remembers their ids, and hands them to a handler lane by lane. */
@NullMarked
package dev.basegram.bot.inbox;

import org.jspecify.annotations.NullMarked;
