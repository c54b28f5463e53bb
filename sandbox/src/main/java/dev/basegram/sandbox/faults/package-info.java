/**
 * What both sides of the sandbox share: faults that can be switched on, the log of calls received, the clock, and the
 * event that tells a page that something visible changed.
 */
@NullMarked
package dev.basegram.sandbox.faults;

import org.jspecify.annotations.NullMarked;
