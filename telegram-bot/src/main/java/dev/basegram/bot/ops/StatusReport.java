package dev.basegram.bot.ops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /internal/status}.
 *
 * @param deadLetters how many updates were given up
 */
public record StatusReport(IngressReport ingress, InboxReport inbox, long deadLetters) {
    /**
     * How updates come in.
     *
     * @param asked the mode of the variable {@code INGRESS}
     * @param mode the road taken now
     * @param since since when
     * @param lastPoll when a poll was last completed; null when polling is not the road
     * @param lastUpdate when an update last came
     * @param problem what is wrong with it now; null when all is well
     * @param problemSince since when it is wrong
     */
    public record IngressReport(
            String asked,
            String mode,
            Instant since,
            @Nullable Instant lastPoll,
            @Nullable Instant lastUpdate,
            @Nullable String problem,
            @Nullable Instant problemSince) {}

    /**
     * What is on disk.
     *
     * @param pending updates that are not handled yet
     * @param oldestSeconds how long the first of them has waited
     */
    public record InboxReport(long pending, double oldestSeconds) {}
}
