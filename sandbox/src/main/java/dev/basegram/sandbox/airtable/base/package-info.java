/**
 * A base as Airtable keeps it: tables, fields, views and rows, the rules of what a cell takes and shows, and the
 * changes made to them, all or nothing. Knows nothing of HTTP. Not thread-safe: callers hold one lock per base.
 */
@NullMarked
package dev.basegram.sandbox.airtable.base;

import org.jspecify.annotations.NullMarked;
