/** The command line of the benchmarks. */
@NullMarked
package dev.basegram.bench;

import org.jspecify.annotations.NullMarked;
