package dev.basegram.bench.load;

import java.time.Duration;

/**
 * What came of one phase of load.
 *
 * @param latencies of every request that got any answer
 * @param sent how many requests were due
 * @param accepted how many got 200
 * @param refused how many got another status
 * @param broken how many were refused a connection, or lost it twice
 * @param elapsed from the start to the last answer that was waited for
 */
public record LoadResult(Latencies latencies, long sent, long accepted, long refused, long broken, Duration elapsed) {
    /** Returns how many requests had no answer when the wait for them ended. */
    public long unanswered() {
        return sent - accepted - refused - broken;
    }

    /** Tells whether every request was accepted. */
    public boolean everyOneAccepted() {
        return accepted == sent;
    }
}
