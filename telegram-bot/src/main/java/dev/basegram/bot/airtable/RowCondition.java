package dev.basegram.bot.airtable;

/** What holds for some rows of a table, as a formula; made by {@code formula.Condition} and by nothing else, so that it is safe. */
public interface RowCondition {}
