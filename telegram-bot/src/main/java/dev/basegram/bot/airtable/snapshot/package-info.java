/** Tables and views kept in memory: compact, shared between views, refreshed by age and by our own writes, and searched. */
@NullMarked
package dev.basegram.bot.airtable.snapshot;

import org.jspecify.annotations.NullMarked;
