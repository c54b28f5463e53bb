package dev.basegram.bot.chat.undo;

import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.session.ChangeStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.MessageSender;
import java.time.Clock;

/** Taking back, for tests of other packages. */
public final class UndoParts {
    private UndoParts() {}

    public static Undo undo(ChangeStore changes, Browsing browsing) {
        return new Undo(changes, browsing);
    }

    public static Deletions deletions(ChangeStore changes) {
        return new Deletions(changes);
    }

    /** Returns what the scheduler runs every few seconds. */
    public static Due due(
            ChangeStore changes,
            Checkpoint checkpoint,
            MessageSender sender,
            Speeches speeches,
            Database database,
            Clock clock) {
        return new DueDeletions(changes, checkpoint, sender, speeches, database, clock)::carryOut;
    }

    /** Runs once. */
    public interface Due {
        void run() throws InterruptedException;
    }
}
