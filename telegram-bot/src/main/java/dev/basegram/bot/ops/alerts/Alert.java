package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.ingress.IngressStatus.Road;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What owners are told of, by the names of the Prometheus rules in {@code ops/alerts.yml}. Each is a question to the vitals alone.
 */
enum Alert {
    POLL_STALE("BasegramPollStale", Duration.ofMinutes(1), Alert::pollStale),
    WEBHOOK_ERRORS("BasegramWebhookErrors", Duration.ofMinutes(5), Alert::webhookErrors),
    FOREIGN_WEBHOOK("BasegramForeignWebhook", Duration.ofMinutes(1), Alert::foreignWebhook),
    OLDEST_UPDATE("BasegramOldestUpdate", Duration.ofMinutes(2), Alert::oldestUpdate),
    DEAD_LETTERS("BasegramDeadLetters", Duration.ZERO, Alert::deadLetters),
    CIRCUIT_OPEN("BasegramCircuitOpen", Duration.ofMinutes(2), Alert::circuitOpen),
    BUDGET_70("BasegramBudget70", Duration.ZERO, vitals -> budget(vitals, CallBudget.Level.NOTICE)),
    BUDGET_90("BasegramBudget90", Duration.ZERO, vitals -> budget(vitals, CallBudget.Level.WARNING)),
    NEIGHBOUR_UNAUTHORIZED("BasegramNeighbourUnauthorized", Duration.ZERO, Alert::unauthorized),
    DISK_FULL("BasegramDiskFull", Duration.ofMinutes(5), Alert::diskFull);

    private static final Duration STALE = Duration.ofSeconds(120);
    private static final long LITTLE_DISK = 200_000_000;
    private static final long MEGABYTE = 1_000_000;

    private final String rule;
    private final Duration holds;
    private final Function<Vitals, Optional<Cause>> question;

    Alert(String rule, Duration holds, Function<Vitals, Optional<Cause>> question) {
        this.rule = rule;
        this.holds = holds;
        this.question = question;
    }

    /**
     * What is wrong, in words.
     *
     * @param phrase what to say
     * @param arguments what to fill in
     */
    record Cause(Phrase phrase, List<Object> arguments) {
        static Optional<Cause> of(Phrase phrase, Object... arguments) {
            return Optional.of(new Cause(phrase, List.of(arguments)));
        }
    }

    /** Returns the name of the rule. */
    String rule() {
        return rule;
    }

    /** Returns how long it must be so before anybody is told. */
    Duration holds() {
        return holds;
    }

    /** Says what is wrong; empty when it is not. */
    Optional<Cause> of(Vitals vitals) {
        return question.apply(vitals);
    }

    /** Tells whether it is over only because something worse has taken its place, which is nothing to tell. */
    boolean isSuperseded(Vitals vitals) {
        return this == BUDGET_70 && BUDGET_90.of(vitals).isPresent();
    }

    private static Optional<Cause> pollStale(Vitals vitals) {
        Duration age = Duration.between(vitals.intake().lastPoll(), vitals.at());
        return vitals.intake().road() == Road.POLLING && age.compareTo(STALE) > 0
                ? Cause.of(
                        Phrase.ALERT_POLL,
                        age.toMinutes(),
                        vitals.intake().problem().orElse("—"))
                : Optional.empty();
    }

    private static Optional<Cause> webhookErrors(Vitals vitals) {
        return vitals.intake().webhookProblem().flatMap(problem -> Cause.of(Phrase.ALERT_WEBHOOK, problem));
    }

    private static Optional<Cause> foreignWebhook(Vitals vitals) {
        return vitals.intake().foreignHost().flatMap(host -> Cause.of(Phrase.ALERT_FOREIGN, host));
    }

    /** What is held back on purpose is no trouble. */
    private static Optional<Cause> oldestUpdate(Vitals vitals) {
        Duration oldest = vitals.inbox().oldest();
        return vitals.inbox().hold().isEmpty() && oldest.compareTo(STALE) > 0
                ? Cause.of(
                        Phrase.ALERT_OLDEST, oldest.toMinutes(), vitals.inbox().pending())
                : Optional.empty();
    }

    private static Optional<Cause> deadLetters(Vitals vitals) {
        long letters = vitals.inbox().deadLetters();
        return letters > 0 ? Cause.of(Phrase.ALERT_DEAD, letters) : Optional.empty();
    }

    /** A pause of half a minute after a 429 is everyday life; Airtable away, or its month used up, is not. */
    private static Optional<Cause> circuitOpen(Vitals vitals) {
        List<String> open = new ArrayList<>();
        if (vitals.telegramSilent()) {
            open.add("Telegram");
        }
        GateState.Reason reason = switch (vitals.gate()) {
            case GateState.Open _ -> GateState.Reason.RATE_LIMIT;
            case GateState.Held held -> held.reason();
            case GateState.Probing probing -> probing.reason();
        };
        if (reason != GateState.Reason.RATE_LIMIT) {
            open.add("Airtable");
        }
        return open.isEmpty() ? Optional.empty() : Cause.of(Phrase.ALERT_CIRCUIT, String.join(", ", open));
    }

    private static Optional<Cause> budget(Vitals vitals, CallBudget.Level asked) {
        CallBudget budget = vitals.budget();
        CallBudget.Level level = budget.level() == CallBudget.Level.SPENT ? CallBudget.Level.WARNING : budget.level();
        return level == asked
                ? Cause.of(Phrase.ALERT_BUDGET, budget.used() * 100 / budget.limit(), budget.used(), budget.limit())
                : Optional.empty();
    }

    private static Optional<Cause> unauthorized(Vitals vitals) {
        return vitals.refusing().isEmpty()
                ? Optional.empty()
                : Cause.of(
                        Phrase.ALERT_UNAUTHORIZED,
                        String.join(", ", vitals.refusing().stream().sorted().toList()));
    }

    private static Optional<Cause> diskFull(Vitals vitals) {
        return vitals.diskFree()
                .filter(free -> free < LITTLE_DISK)
                .flatMap(free -> Cause.of(Phrase.ALERT_DISK, free / MEGABYTE));
    }
}
