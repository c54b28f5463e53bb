/** What goes over the wire of a Bot API call: parameters in any encoding, files, answers and refusals. */
@NullMarked
package dev.basegram.sandbox.telegram.wire;

import org.jspecify.annotations.NullMarked;
