/** Talking to the bot through the sandbox's control endpoints, as its people do. */
@NullMarked
package dev.basegram.endtoend.conversation;

import org.jspecify.annotations.NullMarked;
