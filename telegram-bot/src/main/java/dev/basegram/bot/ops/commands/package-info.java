/** What those who run the bot ask and order in chat: status, schema, dead letters, pause. */
@NullMarked
package dev.basegram.bot.ops.commands;

import org.jspecify.annotations.NullMarked;
