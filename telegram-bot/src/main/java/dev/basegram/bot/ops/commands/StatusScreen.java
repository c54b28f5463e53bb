package dev.basegram.bot.ops.commands;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.CommandScreen;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.ingress.IngressStatus.Road;
import dev.basegram.bot.ops.alerts.CallPace;
import dev.basegram.bot.ops.alerts.Durations;
import dev.basegram.bot.ops.alerts.VitalSigns;
import dev.basegram.bot.ops.alerts.Vitals;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the bot is doing, as somebody who runs it wants to know: a line for each thing, the wrong ones marked. */
@Singleton
class StatusScreen implements CommandScreen {
    private static final String GOOD = "✅ ";
    private static final String WRONG = "⚠️ ";
    private static final Duration LONG_WAIT = Duration.ofMinutes(2);

    private final VitalSigns signs;
    private final Airtable airtable;
    private final CallPace pace;
    private final Release release;

    StatusScreen(VitalSigns signs, Airtable airtable, CallPace pace, Release release) {
        this.signs = signs;
        this.airtable = airtable;
        this.pace = pace;
        this.release = release;
    }

    @Override
    public String screen() {
        return "status";
    }

    @Override
    public Audience audience() {
        return Audience.ADMINS;
    }

    @Override
    public Reply press(Turn turn, String data) {
        return data.equals("again") ? Reply.show(of(turn)) : Reply.NONE;
    }

    Screen of(Turn turn) {
        Speech speech = turn.speech();
        Vitals vitals = signs.take();
        List<Html> lines = new ArrayList<>();
        lines.add(speech.say(
                Phrase.STATUS_TITLE,
                speech.dates().recent(vitals.at(), vitals.at().plusMillis(1))));
        lines.add(Html.EMPTY);
        vitals.inbox()
                .hold()
                .ifPresent(hold -> lines.add(Html.of("⏸ ")
                        .plus(speech.say(
                                Phrase.STATUS_PAUSED,
                                speech.dates().recent(hold.since(), vitals.at()),
                                hold.byName()))));
        lines.add(intake(vitals, speech));
        lines.add(telegram(vitals, speech));
        lines.add(base(vitals, speech));
        lines.add(waiting(vitals, speech));
        if (vitals.inbox().deadLetters() > 0) {
            lines.add(Html.of(WRONG)
                    .plus(speech.say(Phrase.STATUS_DEAD, vitals.inbox().deadLetters())));
        }
        lines.add(Html.EMPTY);
        lines.add(budget(vitals, speech));
        AirtableStatus status = airtable.status();
        lines.add(speech.say(Phrase.STATUS_MEMORY, status.rows(), status.rowCap()));
        lines.add(speech.say(
                Phrase.STATUS_RELEASE, release.version(), Durations.words(speech, release.uptime(vitals.at()))));
        return Screen.with(Html.join("\n", lines))
                .row(Screen.button("🔄 " + speech.label(Phrase.STATUS_AGAIN), new Action.Own(screen(), "again")))
                .build();
    }

    private static Html intake(Vitals vitals, Speech speech) {
        Vitals.Intake intake = vitals.intake();
        Optional<String> problem = intake.foreignHost()
                .map(host -> speech.label(Phrase.SETUP_FOREIGN, host))
                .or(intake::problem)
                .or(intake::webhookProblem);
        Phrase road = switch (intake.road()) {
            case POLLING -> Phrase.STATUS_POLLING;
            case WEBHOOK -> Phrase.STATUS_WEBHOOK;
            case STANDBY -> Phrase.STATUS_STANDBY;
            case NONE -> Phrase.STATUS_NO_ROAD;
        };
        Html words = speech.say(road, since(intake.since(), vitals.at(), speech));
        boolean good = problem.isEmpty() && intake.road() != Road.NONE;
        Html line = Html.of(good ? GOOD : WRONG).plus(words);
        return problem.isEmpty() ? line : Html.lines(line, Html.italic(problem.get()));
    }

    private static String since(Instant since, Instant now, Speech speech) {
        return speech.dates().recent(since, now);
    }

    private static Html telegram(Vitals vitals, Speech speech) {
        boolean good = !vitals.telegramSilent() && !vitals.refusing().contains("telegram");
        return Html.of(good ? GOOD : WRONG)
                .plus(speech.say(good ? Phrase.STATUS_ANSWERS : Phrase.STATUS_SILENT, "Telegram"));
    }

    private Html base(Vitals vitals, Speech speech) {
        AirtableStatus status = airtable.status();
        if (vitals.refusing().contains("airtable")) {
            return Html.of(WRONG).plus(speech.say(Phrase.FAIL_TOKEN));
        }
        return switch (vitals.gate()) {
            case GateState.Open _ -> Html.of(GOOD).plus(speech.say(Phrase.STATUS_ANSWERS, "Airtable"));
            case GateState.Held held -> held(held.reason(), status, speech);
            case GateState.Probing probing -> held(probing.reason(), status, speech);
        };
    }

    private static Html held(GateState.Reason reason, AirtableStatus status, Speech speech) {
        Phrase words = switch (reason) {
            case RATE_LIMIT -> Phrase.STATUS_RATE;
            case MONTHLY_CALLS -> Phrase.FAIL_MONTH;
            case UNREACHABLE -> Phrase.STATUS_SILENT;
        };
        int waiting = status.waitingPeople() + status.waitingBackground();
        Html line = Html.of(WRONG).plus(speech.say(words, "Airtable"));
        return waiting == 0 ? line : line.plus(" · ").plus(speech.say(Phrase.STATUS_QUEUE, waiting));
    }

    private static Html waiting(Vitals vitals, Speech speech) {
        Vitals.Inbox inbox = vitals.inbox();
        long others = inbox.pending() - 1; // this very update is on disk too
        if (others <= 0) {
            return Html.of(GOOD).plus(speech.say(Phrase.STATUS_NO_WAITING));
        }
        boolean good = inbox.hold().isPresent() || inbox.oldest().compareTo(LONG_WAIT) < 0;
        return Html.of(good ? GOOD : WRONG)
                .plus(speech.say(Phrase.STATUS_WAITING, others, Durations.words(speech, inbox.oldest())));
    }

    private Html budget(Vitals vitals, Speech speech) {
        CallBudget budget = vitals.budget();
        if (budget.limit() <= 0) {
            return speech.say(Phrase.STATUS_CALLS_UNLIMITED, budget.used());
        }
        Optional<Long> days = pace.daysLeft(budget, vitals.at());
        Html calls = speech.say(Phrase.STATUS_CALLS, budget.used(), budget.limit());
        Html left = days.map(number -> speech.say(Phrase.STATUS_DAYS_LEFT, number))
                .orElseGet(() -> speech.say(Phrase.STATUS_ENOUGH));
        boolean good = days.isEmpty() && budget.level() == CallBudget.Level.FINE;
        return Html.of(good ? "" : WRONG).plus(calls).plus(" · ").plus(left);
    }
}
