/** Starts, watches, hurts and always ends the processes under test. */
@NullMarked
package dev.basegram.endtoend.processes;

import org.jspecify.annotations.NullMarked;
