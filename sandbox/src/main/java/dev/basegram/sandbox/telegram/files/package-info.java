/** Files that people and bots send. */
@NullMarked
package dev.basegram.sandbox.telegram.files;

import org.jspecify.annotations.NullMarked;
