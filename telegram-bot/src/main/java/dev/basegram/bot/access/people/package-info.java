/** People: who the bot knows, how they come in (claim, invitation, request) and what they are let into. */
@NullMarked
package dev.basegram.bot.access.people;

import org.jspecify.annotations.NullMarked;
