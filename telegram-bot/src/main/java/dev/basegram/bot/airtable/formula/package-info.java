/** Filters for Airtable, built so that no text of a person can become part of the formula itself. */
@NullMarked
package dev.basegram.bot.airtable.formula;

import org.jspecify.annotations.NullMarked;
