/** The chat page in a real browser. */
@NullMarked
package dev.basegram.endtoend.browser;

import org.jspecify.annotations.NullMarked;
