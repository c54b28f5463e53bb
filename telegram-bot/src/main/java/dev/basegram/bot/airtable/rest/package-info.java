/** Airtable's HTTP: its operations, its errors, and what can go wrong on the way. Knows nothing of pace or memory. */
@NullMarked
package dev.basegram.bot.airtable.rest;

import org.jspecify.annotations.NullMarked;
