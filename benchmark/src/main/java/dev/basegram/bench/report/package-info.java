/** Figures side by side, as a table for people and as JSON for programs. */
@NullMarked
package dev.basegram.bench.report;

import org.jspecify.annotations.NullMarked;
