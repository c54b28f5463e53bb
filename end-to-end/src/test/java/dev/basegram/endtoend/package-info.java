/** The system as operators and people meet it: real processes against the sandbox, killed, paused and restarted. */
@NullMarked
package dev.basegram.endtoend;

import org.jspecify.annotations.NullMarked;
