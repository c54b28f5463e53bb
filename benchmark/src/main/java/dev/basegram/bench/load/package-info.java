/** Load on one HTTP door: requests due at fixed times, or as many as a number of connections carries. */
@NullMarked
package dev.basegram.bench.load;

import org.jspecify.annotations.NullMarked;
