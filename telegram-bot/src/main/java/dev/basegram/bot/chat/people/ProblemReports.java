package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.SettingsProblems;
import dev.basegram.bot.access.tables.RowProblem;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.session.ToldStore;
import dev.basegram.bot.store.StoreUnavailableException;
import dev.basegram.bot.telegram.Html;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells those who run the bot which rows of the settings tables mean nothing: each once, and again only when it is another mistake
 * or comes back. Looks at what memory holds, so that it costs no call.
 */
@Singleton
class ProblemReports {
    private static final Logger LOG = Logger.getLogger(ProblemReports.class);
    private static final String SUBJECT = "settings-problems";
    private static final Duration NOBODY_HEARD = Duration.ofMinutes(10);
    private static final int MOST = 10;

    private final SettingsProblems problems;
    private final Admins admins;
    private final ToldStore told;
    private final BaseId base;
    private final Clock clock;
    private volatile Instant quietUntil = Instant.MIN;

    ProblemReports(SettingsProblems problems, Admins admins, ToldStore told, BotSettings settings, Clock clock) {
        this.problems = problems;
        this.admins = admins;
        this.told = told;
        this.base = new BaseId(settings.airtable().baseId());
        this.clock = clock;
    }

    @Scheduled(
            every = "10s",
            delayed = "15s",
            identity = "settings-problems",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tell() throws InterruptedException {
        Optional<List<RowProblem>> known = problems.known();
        if (known.isEmpty() || clock.instant().isBefore(quietUntil)) {
            return;
        }
        try {
            tell(known.get());
        } catch (StoreUnavailableException e) {
            LOG.debugf("Nobody is told of settings now: %s", e.getMessage());
        }
    }

    private void tell(List<RowProblem> now) throws InterruptedException {
        String before = told.last(SUBJECT).orElse("");
        Set<String> heard = Set.of(before.split(" ", -1));
        List<RowProblem> fresh =
                now.stream().filter(problem -> !heard.contains(mark(problem))).toList();
        if (!fresh.isEmpty() && !admins.tellAll(speech -> words(speech, fresh))) {
            quietUntil = clock.instant().plus(NOBODY_HEARD);
            return;
        }
        String marks = now.stream().map(ProblemReports::mark).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(" "));
        if (!marks.equals(before)) {
            told.told(SUBJECT, marks);
        }
    }

    private static String mark(RowProblem problem) {
        return Fingerprint.of(problem.tableId() + " " + problem.record() + " " + problem.wrong())
                .value();
    }

    private Html words(Speech speech, List<RowProblem> fresh) {
        List<Html> lines = new ArrayList<>();
        lines.add(Html.of("⚠️ ").plus(speech.say(Phrase.SETTINGS_BROKEN, fresh.size())));
        for (RowProblem problem : fresh.stream().limit(MOST).toList()) {
            String row = problem.row().isEmpty() ? problem.record().toString() : problem.row();
            lines.add(Html.EMPTY);
            lines.add(Html.bold(problem.table()).plus(" › ").plus(Html.link(row, problem.link(base))));
            lines.add(Html.of(problem.wrong()));
        }
        if (fresh.size() > MOST) {
            lines.add(Html.of("+" + (fresh.size() - MOST)));
        }
        return Html.join("\n", lines);
    }
}
