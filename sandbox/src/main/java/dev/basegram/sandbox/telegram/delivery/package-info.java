/** Updates on their way to a bot: its queue, long polling, webhook deliveries. */
@NullMarked
package dev.basegram.sandbox.telegram.delivery;

import org.jspecify.annotations.NullMarked;
