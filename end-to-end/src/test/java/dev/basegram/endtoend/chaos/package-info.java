/** Everything that can go wrong, at random but repeatable, while people write and press. */
@NullMarked
package dev.basegram.endtoend.chaos;

import org.jspecify.annotations.NullMarked;
