package dev.basegram.bot.airtable;

import java.time.YearMonth;

/**
 * The calls of this month.
 *
 * @param month in UTC
 * @param used by this bot; other integrations of the workspace are not seen
 * @param limit of the plan, as configured; 0 for none
 */
public record CallBudget(YearMonth month, long used, long limit) {
    private static final double NOTICE = 0.7;
    private static final double WARNING = 0.9;

    /** How far it is used up. */
    public enum Level {
        /** Less than 70 %. */
        FINE,
        /** 70 % or more. */
        NOTICE,
        /** 90 % or more: background work is thinned out. */
        WARNING,
        /** All of it: background work stops, people's calls go on as long as Airtable takes them. */
        SPENT
    }

    /** Returns how far it is used up. */
    public Level level() {
        if (limit <= 0 || used < limit * NOTICE) {
            return Level.FINE;
        }
        if (used < limit * WARNING) {
            return Level.NOTICE;
        }
        return used < limit ? Level.WARNING : Level.SPENT;
    }

    /** Returns how many are left; {@link Long#MAX_VALUE} without a limit. */
    public long remaining() {
        return limit <= 0 ? Long.MAX_VALUE : Math.max(0, limit - used);
    }
}
