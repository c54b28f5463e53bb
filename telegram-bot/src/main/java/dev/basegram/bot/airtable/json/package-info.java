/** Airtable's JSON, read into the vocabulary and written from it. */
@NullMarked
package dev.basegram.bot.airtable.json;

import org.jspecify.annotations.NullMarked;
