package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.store.Database;
import java.util.function.Supplier;

/** What alerts are made of, for tests of other packages. */
public final class AlertParts {
    private AlertParts() {}

    /** Returns signs that are what the test says. */
    public static VitalSigns signs(Supplier<Vitals> vitals) {
        return new VitalSigns(null, null, null, null, null, null, null) {
            @Override
            public Vitals take() {
                return vitals.get();
            }
        };
    }

    /** Returns the pace of calls as the database has it. */
    public static CallPace pace(Database database) {
        return new CallPace(database);
    }
}
