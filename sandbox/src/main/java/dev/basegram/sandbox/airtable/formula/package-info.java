/**
 * Airtable's formula language: text → {@link dev.basegram.sandbox.airtable.formula.Formula} → value. Knows nothing of
 * bases or records beyond {@link dev.basegram.sandbox.airtable.formula.FormulaRow}.
 *
 * <p>Rules follow support.airtable.com's "Formula field reference"; where it is silent, what users of the service
 * report: a blank counts as 0 and as an empty text, text is never silently read as a number, {@code FIND} and
 * {@code SEARCH} heed case, and comparisons give 1 or 0.
 */
@NullMarked
package dev.basegram.sandbox.airtable.formula;

import org.jspecify.annotations.NullMarked;
