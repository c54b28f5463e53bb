package dev.basegram.bench.intake;

import static dev.basegram.bench.report.Metric.compared;
import static dev.basegram.bench.report.Metric.plain;

import dev.basegram.bench.report.Metric;
import dev.basegram.bench.report.Target;
import java.util.ArrayList;
import java.util.List;

/** What the intake benchmark tells of each system, and what the product means to reach. */
public final class IntakeMetrics {
    static final Metric SUSTAINED = compared("sustained", "handled, at full load", "/s", 0);
    static final Metric ACKNOWLEDGED = compared("acknowledged", "acknowledged, at full load", "/s", 0);
    static final Metric HIGHEST_RATE = compared("highestRate", "highest fixed rate kept", "/s", 0);
    static final Metric CPU_SATURATED = compared("cpuSaturated", "CPU per update, at full load", "ms", 3);
    static final Metric SLOW_TELEGRAM = compared("slowTelegram", "handled, Telegram takes 50 ms", "/s", 0);
    static final Metric COLD_START = compared("coldStart", "cold start to first answer", "ms", 0);
    static final Metric FIRST_SECONDS = compared("firstSeconds", "handled in the first two seconds", "", 0);
    static final Metric RESIDENT = compared("resident", "resident memory, highest", "MiB", 0);
    static final Metric FAILED = plain("failed", "not acknowledged (refused, broken, late)", "", 0);
    static final Metric UNHANDLED = plain("unhandled", "acknowledged, message not sent", "", 0);
    static final Metric FOREIGN_CPU = plain("foreignCpu", "CPU taken by others meanwhile", "%", 0);
    static final AtRate AT_500 = AtRate.of(500);
    static final AtRate AT_1000 = AtRate.of(1_000);

    private IntakeMetrics() {}

    /** The figures of one fixed rate. */
    record AtRate(int perSecond, Metric p50, Metric p99, Metric longest, Metric cpu) {
        static AtRate of(int rate) {
            String at = " at " + rate + "/s";
            return new AtRate(
                    rate,
                    compared("ackP50At" + rate, "ack p50" + at, "ms", 2),
                    compared("ackP99At" + rate, "ack p99" + at, "ms", 2),
                    plain("ackLongestAt" + rate, "ack longest" + at, "ms", 1),
                    compared("cpuAt" + rate, "CPU per update" + at, "ms", 3));
        }

        List<Metric> all() {
            return List.of(p50, p99, longest, cpu);
        }
    }

    /** Returns all of them in the order of the table. */
    public static List<Metric> all() {
        List<Metric> all = new ArrayList<>(List.of(SUSTAINED, ACKNOWLEDGED, HIGHEST_RATE, CPU_SATURATED));
        all.addAll(AT_500.all());
        all.addAll(AT_1000.all());
        all.addAll(List.of(SLOW_TELEGRAM, COLD_START, FIRST_SECONDS, RESIDENT, FAILED, UNHANDLED, FOREIGN_CPU));
        return all;
    }

    /** Returns the speed to reach. */
    public static List<Target> targets() {
        return List.of(
                Target.atLeastTimes(SUSTAINED, 2, "grammy"),
                Target.atLeastTimes(SUSTAINED, 4, "flask"),
                Target.atMostTimes(CPU_SATURATED, 1, "grammy"),
                Target.atMostTimes(AT_500.cpu(), 1, "grammy"),
                Target.atMost(AT_500.p50(), 2),
                Target.atMost(AT_500.p99(), 10),
                Target.atMost(AT_1000.p50(), 2),
                Target.atMost(AT_1000.p99(), 10),
                Target.atLeast(SLOW_TELEGRAM, 2_000));
    }
}
