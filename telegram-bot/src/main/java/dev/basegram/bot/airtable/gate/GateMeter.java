package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.rest.Reply;
import java.time.Duration;

/** What the gate tells of itself. */
public interface GateMeter {
    /** A call left after this long in the queue. */
    void left(Duration waited);

    /** A call was answered. */
    void answered(String operation, Reply<?> reply);

    /** A meter for nobody. */
    GateMeter NONE = new GateMeter() {
        @Override
        public void left(Duration waited) {}

        @Override
        public void answered(String operation, Reply<?> reply) {}
    };
}
