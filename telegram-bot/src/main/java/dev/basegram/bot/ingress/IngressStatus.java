package dev.basegram.bot.ingress;

import dev.basegram.bot.config.IngressMode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By which road updates come now, since when, and what is wrong with it. Thread-safe. */
public final class IngressStatus {
    /** A road by which updates come. */
    public enum Road {
        /** None yet, or none that works. */
        NONE,
        /** The bot asks Telegram. */
        POLLING,
        /** Telegram calls the webhook-server. */
        WEBHOOK,
        /** Another process of this bot takes them. */
        STANDBY;

        /** Returns the name in lower case, as in the status and the metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is known at one moment.
     *
     * @param asked the mode that was asked for
     * @param road the road that is taken
     * @param since since when
     * @param lastPoll when a poll was last completed; null when none was
     * @param lastUpdate when an update last came, by whichever road; null when none did
     * @param problem what is wrong now, for an operator; null when all is well
     * @param problemSince since when it is wrong
     * @param lastProblem the last thing that was wrong, now or before; null when nothing was since the start
     * @param lastProblemAt when it last was
     */
    public record View(
            IngressMode asked,
            Road road,
            Instant since,
            @Nullable Instant lastPoll,
            @Nullable Instant lastUpdate,
            @Nullable String problem,
            @Nullable Instant problemSince,
            @Nullable String lastProblem,
            @Nullable Instant lastProblemAt) {
        /** Tells whether updates come in: a completed poll, a webhook without recent trouble, or another process. */
        public boolean alive() {
            return road != Road.NONE && problem == null && (road != Road.POLLING || lastPoll != null);
        }
    }

    /**
     * What is known of the webhook itself, whatever road is taken.
     *
     * @param foreignHost where it points instead, when it is not ours; null when it is ours or there is none
     * @param problem why it does not work, for an operator; null when it works, or nobody asked for one
     * @param problemSince since when it does not
     */
    public record WebhookView(
            @Nullable String foreignHost,
            @Nullable String problem,
            @Nullable Instant problemSince) {}

    private static final WebhookView WELL = new WebhookView(null, null, null);

    private final Clock clock;
    private final MeterRegistry registry;
    private View view;
    private WebhookView webhook = WELL;

    IngressStatus(IngressMode asked, Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.registry = registry;
        this.view = new View(asked, Road.NONE, clock.instant(), null, null, null, null, null, null);
        for (Road road : Road.values()) {
            Gauge.builder("basegram_ingress_mode", () -> view().road() == road ? 1 : 0)
                    .description("1 for the road by which updates come now")
                    .tag("mode", road.label())
                    .register(registry);
        }
        Gauge.builder("basegram_poll_age_seconds", this::pollAge)
                .description("How long ago a poll was last completed; 0 when polling is not the road")
                .register(registry);
        registerMore(registry);
    }

    private void registerMore(MeterRegistry registry) {
        Gauge.builder("basegram_foreign_webhook", () -> webhook().foreignHost() == null ? 0 : 1)
                .description("1 while the bot's webhook points to somebody else")
                .register(registry);
        Gauge.builder("basegram_webhook_failing", () -> webhook().problem() == null ? 0 : 1)
                .description("1 while a webhook is asked for and does not work")
                .register(registry);
        Gauge.builder("basegram_ingress_last_error_timestamp_seconds", this::lastProblemAt)
                .description(
                        "When something was last wrong with the way updates come in, as seconds since 1970; 0 for never")
                .register(registry);
    }

    private double lastProblemAt() {
        Instant at = view().lastProblemAt();
        return at == null ? 0 : at.toEpochMilli() / 1000.0;
    }

    /** Returns what is known of the webhook now. */
    public synchronized WebhookView webhook() {
        return webhook;
    }

    synchronized void webhookIsForeign(String host) {
        webhook = new WebhookView(host, null, null);
    }

    synchronized void webhookFails(String problem) {
        Instant began = webhook.problemSince == null ? clock.instant() : webhook.problemSince;
        webhook = new WebhookView(null, problem, began);
    }

    synchronized void webhookWorks() {
        webhook = WELL;
    }

    private double pollAge() {
        View now = view();
        Instant last = now.lastPoll() == null ? now.since() : now.lastPoll();
        return now.road() == Road.POLLING
                ? Duration.between(last, clock.instant()).toMillis() / 1000.0
                : 0;
    }

    /** Returns what is known now. */
    public synchronized View view() {
        return view;
    }

    synchronized void takes(Road road) {
        if (view.road != road) {
            view = with(road, clock.instant(), null, view.lastUpdate, null);
        }
    }

    synchronized void polled() {
        if (webhook.foreignHost != null) {
            webhook = WELL; // polls are refused while any webhook is set
        }
        view = with(view.road, view.since, clock.instant(), view.lastUpdate, null);
    }

    synchronized void received() {
        view = with(view.road, view.since, view.lastPoll, clock.instant(), view.problem);
    }

    /** Notes what is wrong; returns whether that is news, for the log. */
    synchronized boolean troubled(String problem) {
        boolean news = !problem.equals(view.problem);
        view = with(view.road, view.since, view.lastPoll, view.lastUpdate, problem);
        return news;
    }

    /** Counts a poll whose token was refused, beside the chat's calls. */
    void tokenRefused() {
        registry.counter("basegram_telegram_requests_total", "method", "getUpdates", "outcome", "unauthorized")
                .increment();
    }

    synchronized void well() {
        view = with(view.road, view.since, view.lastPoll, view.lastUpdate, null);
    }

    private View with(
            Road road,
            Instant since,
            @Nullable Instant lastPoll,
            @Nullable Instant lastUpdate,
            @Nullable String problem) {
        Instant now = clock.instant();
        Instant began = view.problemSince == null ? now : view.problemSince;
        return new View(
                view.asked,
                road,
                since,
                lastPoll,
                lastUpdate,
                problem,
                problem == null ? null : began,
                problem == null ? view.lastProblem : problem,
                problem == null ? view.lastProblemAt : now);
    }
}
