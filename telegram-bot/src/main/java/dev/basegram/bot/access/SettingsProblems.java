package dev.basegram.bot.access;

import dev.basegram.bot.access.tables.BaseSettings;
import dev.basegram.bot.access.tables.RowProblem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Rows of the base's own settings tables that mean nothing, and so give nothing. */
@Singleton
public class SettingsProblems {
    private final Policy policy;

    SettingsProblems(Policy policy) {
        this.policy = policy;
    }

    /** Returns what was found when the tables were last looked at, from memory; empty when they never were. */
    public Optional<List<RowProblem>> known() {
        return policy.lastRead().map(BaseSettings::problems);
    }

    /**
     * Looks now; empty where Airtable cannot say and never could. Costs a call where the tables in memory have aged. Blocks its
     * thread, which should be a virtual one.
     */
    public Optional<List<RowProblem>> read() throws InterruptedException {
        return policy.inBase().map(BaseSettings::problems);
    }
}
