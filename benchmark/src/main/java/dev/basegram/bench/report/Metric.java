package dev.basegram.bench.report;

/**
 * A figure that systems are compared by.
 *
 * @param key its name in the JSON
 * @param label its name in the table
 * @param unit of the figure, empty for a bare number
 * @param decimals how many the table shows
 * @param compared whether a ratio says something
 */
public record Metric(String key, String label, String unit, int decimals, boolean compared) {
    /** Returns a figure that is worth a ratio. */
    public static Metric compared(String key, String label, String unit, int decimals) {
        return new Metric(key, label, unit, decimals, true);
    }

    /** Returns a figure that stands for itself. */
    public static Metric plain(String key, String label, String unit, int decimals) {
        return new Metric(key, label, unit, decimals, false);
    }
}
