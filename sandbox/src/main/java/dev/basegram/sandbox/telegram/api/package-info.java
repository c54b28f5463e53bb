/** The methods of the Bot API and their HTTP routes. */
@NullMarked
package dev.basegram.sandbox.telegram.api;

import org.jspecify.annotations.NullMarked;
