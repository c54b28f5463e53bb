/** Bots, people, groups and the messages between them; what people do. */
@NullMarked
package dev.basegram.sandbox.telegram.chats;

import org.jspecify.annotations.NullMarked;
