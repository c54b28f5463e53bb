package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** An inbox, put together for tests. */
public final class InboxParts {
    private static final long BOT = 42;

    private InboxParts() {}

    public static Inbox inbox(
            Database database, UpdateHandler handler, Clock clock, InboxLimits limits, MeterRegistry registry) {
        return new Inbox(database, BOT, handler, clock, limits, registry, Updates.LOG);
    }
}
