package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.ingress.IngressStatus.Road;
import dev.basegram.bot.store.StoreUnavailableException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks every half minute whether something is wrong, and tells owners when it begins, at growing pauses while it goes on, and when it
 * is over. What could not be told, since Telegram itself is away, is told when it is back, if it is still so.
 */
@Singleton
class AlertWatch {
    private static final Logger LOG = Logger.getLogger(AlertWatch.class);

    private final VitalSigns signs;
    private final AlertStore store;
    private final OwnerNotes notes;
    private final CallPace pace;

    AlertWatch(VitalSigns signs, AlertStore store, OwnerNotes notes, CallPace pace) {
        this.signs = signs;
        this.store = store;
        this.notes = notes;
        this.pace = pace;
    }

    @Scheduled(
            every = "30s",
            delayed = "30s",
            identity = "alerts",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws InterruptedException {
        try {
            Vitals vitals = signs.take();
            if (vitals.intake().road() != Road.STANDBY) { // of several processes one is enough to tell
                pace.note(vitals.budget(), vitals.at());
                look(vitals);
            }
        } catch (StoreUnavailableException e) {
            LOG.debugf("Nothing can be told now: %s", e.getMessage());
        }
    }

    void look(Vitals vitals) throws InterruptedException {
        for (Alert alert : Alert.values()) {
            AlertState before = store.state(alert);
            Optional<Alert.Cause> cause = alert.of(vitals);
            AlertState.Step step = before.look(cause.isPresent(), alert.holds(), vitals.at());
            if (step.word() != AlertState.Word.NOTHING) {
                Duration lasted = Duration.between(
                        before.phase() == AlertState.Phase.QUIET ? vitals.at() : before.since(),
                        step.word() == AlertState.Word.OVER ? before.phaseAt() : vitals.at());
                LOG.warnf("%s %s", alert.rule(), step.word());
                boolean silent = step.word() == AlertState.Word.OVER && alert.isSuperseded(vitals);
                if (!silent && !notes.tell(alert, step.word(), cause, lasted)) {
                    continue;
                }
            }
            if (!step.state().equals(before)) {
                store.save(alert, step.state());
            }
        }
    }
}
