/**
 * The Bot API as {@code api.telegram.org} serves it, and the people who chat with the bots that call it. {@link
 * dev.basegram.sandbox.telegram.TelegramSandbox} is the way in for the control endpoints and the chat page; bots come by
 * HTTP.
 */
@NullMarked
package dev.basegram.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
