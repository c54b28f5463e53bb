package dev.basegram.bot.ops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /internal/status}.
 *
 * @param deadLetters how many updates were given up
 * @param sessionsOpen how many people are in the middle of something
 * @param airtable the gate and the month's calls
 * @param lastErrors the last error of each neighbour
 */
public record StatusReport(
        IngressReport ingress,
        InboxReport inbox,
        long deadLetters,
        long sessionsOpen,
        AirtableReport airtable,
        LastErrors lastErrors) {
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

    /**
     * The way to Airtable.
     *
     * @param gate open, held or probing
     * @param waiting calls that wait for their turn
     * @param callsUsed this month's calls by this bot
     * @param callsLimit the plan's; 0 for none
     * @param callsRemaining what is left; null without a limit
     * @param rowsHeld rows in memory now
     * @param rowsCap the most rows in memory
     * @param tableRowsCap the most rows of one table in memory: what lies beyond is neither browsed nor searched
     */
    public record AirtableReport(
            String gate,
            int waiting,
            long callsUsed,
            long callsLimit,
            @Nullable Long callsRemaining,
            int rowsHeld,
            int rowsCap,
            int tableRowsCap) {}

    /**
     * What last went wrong at each neighbour; null where nothing did.
     */
    public record LastErrors(
            @Nullable LastError telegram, @Nullable LastError airtable) {}

    /**
     * One error.
     *
     * @param error what it was and what to do, without a secret
     * @param at when
     */
    public record LastError(String error, @Nullable Instant at) {}
}
