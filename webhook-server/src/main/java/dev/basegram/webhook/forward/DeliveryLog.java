package dev.basegram.webhook.forward;

import dev.basegram.common.LogThrottle;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Says what went wrong with a delivery in words an operator can act on, at most once a minute for each cause. */
final class DeliveryLog {
    private static final Logger LOG = Logger.getLogger(BotForwarder.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final LogThrottle refused;
    private final Map<Delivery.Reason, LogThrottle> notTaken = new EnumMap<>(Delivery.Reason.class);

    DeliveryLog(Clock clock) {
        refused = new LogThrottle(clock, PAUSE);
        for (Delivery.Reason reason : Delivery.Reason.values()) {
            notTaken.put(reason, new LogThrottle(clock, PAUSE));
        }
    }

    /** Logs an answer that is not a success. */
    void answered(Supplier<String> what, Delivery delivery) {
        switch (delivery) {
            case Delivery.Taken _ -> {}
            case Delivery.Refused(int status) ->
                refused.event(held -> LOG.warnf(
                        "The bot cannot read %s (it answered %d); it will not be sent again (%d more like it)",
                        what.get(), status, held));
            case Delivery.NotTaken(Delivery.Reason why) ->
                throttle(why)
                        .event(held -> LOG.errorf(
                                "%s; %s stays with its sender (%d more like it)", cause(why), what.get(), held));
        }
    }

    /** Logs that the time to hold something is over. */
    void gaveUp(String what, Duration budget, Throwable last) {
        throttle(Delivery.Reason.UNAVAILABLE)
                .event(held -> LOG.warnf(
                        "%s: %s was not taken within %d s and stays with its sender (%d more like it); the last try: %s",
                        cause(Delivery.Reason.UNAVAILABLE), what, budget.toSeconds(), held, rootOf(last)));
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private LogThrottle throttle(Delivery.Reason reason) {
        return Objects.requireNonNull(notTaken.get(reason));
    }

    private static String cause(Delivery.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> "The bot at BOT_URL does not take updates";
            case UNAUTHORIZED -> "The bot at BOT_URL knows another BASEGRAM_SECRET: set the same one for both services";
            case MISDIRECTED ->
                "What answers at BOT_URL is not the bot: set it to the root of the telegram-bot service";
        };
    }
}
