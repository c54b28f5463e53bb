package dev.basegram.bot.inbox;

import dev.basegram.common.UpdateHead;
import java.time.Instant;

/**
 * One update on its way to the handler.
 *
 * @param head what intake read of it
 * @param body the raw bytes as Telegram sent them; not to be changed
 * @param attempt 1 for the first try, more after a crash or a transient failure
 * @param expiresAt when it stops mattering
 */
@SuppressWarnings(
        "ArrayRecordComponent") // never compared; copying a body of up to 512 KiB at each step would be the worse evil
public record IncomingUpdate(UpdateHead head, byte[] body, int attempt, Instant expiresAt) {}
