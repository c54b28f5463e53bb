/**
 * When a call may leave: Airtable's limit of five a second, its penalty, the month's budget, and whose turn it is.
 *
 * <p>One gate stands before one base, and every call to it passes through; a second process on the same base has to be counted on
 * elsewhere.
 */
@NullMarked
package dev.basegram.bot.airtable.gate;

import org.jspecify.annotations.NullMarked;
