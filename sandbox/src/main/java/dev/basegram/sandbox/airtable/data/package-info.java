/**
 * Where a base comes from and where it is kept: the demo base, a folder of JSON or CSV files, and the file that outlives
 * a restart.
 */
@NullMarked
package dev.basegram.sandbox.airtable.data;

import org.jspecify.annotations.NullMarked;
