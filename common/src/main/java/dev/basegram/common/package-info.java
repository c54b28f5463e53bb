/** What both services must agree on: derived keys, kinds of update and their lifetimes, the wire between them, redaction. */
@NullMarked
package dev.basegram.common;

import org.jspecify.annotations.NullMarked;
