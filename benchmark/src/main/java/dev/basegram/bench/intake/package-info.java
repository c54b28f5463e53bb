/** The intake benchmark: how many updates, how fast, at what cost. */
@NullMarked
package dev.basegram.bench.intake;

import org.jspecify.annotations.NullMarked;
