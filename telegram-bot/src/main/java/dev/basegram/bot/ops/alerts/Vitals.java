package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.inbox.Hold;
import dev.basegram.bot.ingress.IngressStatus.Road;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How the bot is doing at one moment.
 *
 * @param intake how updates come in
 * @param inbox what is on disk
 * @param telegramSilent whether Telegram answers none of our calls
 * @param gate whether calls to Airtable leave
 * @param budget the month's calls
 * @param refusing neighbours that answered 401 last: {@code telegram}, {@code airtable}
 * @param diskFree bytes left where the database is; empty where that is not our disk
 */
public record Vitals(
        Instant at,
        Intake intake,
        Inbox inbox,
        boolean telegramSilent,
        GateState gate,
        CallBudget budget,
        Set<String> refusing,
        Optional<Long> diskFree) {
    /** Creates a copy of the set. */
    public Vitals {
        refusing = Set.copyOf(refusing);
    }

    /**
     * How updates come in.
     *
     * @param road by which
     * @param since since when
     * @param lastPoll when a poll was last completed, or asking began
     * @param foreignHost where the bot's webhook points instead, when it is not ours
     * @param webhookProblem why a webhook that is asked for does not work
     * @param problem what is wrong now
     */
    public record Intake(
            Road road,
            Instant since,
            Instant lastPoll,
            Optional<String> foreignHost,
            Optional<String> webhookProblem,
            Optional<String> problem) {}

    /**
     * What is on disk.
     *
     * @param pending updates that are not handled yet
     * @param oldest how long the first of them has waited
     * @param deadLetters updates that were given up
     * @param hold the pause that somebody wanted
     */
    public record Inbox(long pending, Duration oldest, long deadLetters, Optional<Hold> hold) {}
}
