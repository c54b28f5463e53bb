/** The systems that are measured: how each is started, where its door is, what its processes use. */
@NullMarked
package dev.basegram.bench.system;

import org.jspecify.annotations.NullMarked;
