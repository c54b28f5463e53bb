/** Traces: one for each update, from the door to every call that it led to; nothing at all while no collector is named. */
@NullMarked
package dev.basegram.common.trace;

import org.jspecify.annotations.NullMarked;
