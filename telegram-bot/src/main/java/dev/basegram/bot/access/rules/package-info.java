/** Rules: what a role may see and do in a table, row by row; compiled to {@link dev.basegram.bot.access.Rights} of a person. */
@NullMarked
package dev.basegram.bot.access.rules;

import org.jspecify.annotations.NullMarked;
