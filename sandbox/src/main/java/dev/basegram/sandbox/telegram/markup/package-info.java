/** Formatted text and keyboards: the three parse modes, entities, limits, and their look on a page. */
@NullMarked
package dev.basegram.sandbox.telegram.markup;

import org.jspecify.annotations.NullMarked;
