package dev.basegram.bot.chat.files;

import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.session.ArrivalStore;
import dev.basegram.bot.session.SentFileStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.FileFetcher;
import dev.basegram.bot.telegram.MessageSender;
import java.time.Clock;

/** Files, for tests of other packages. */
public final class FileParts {
    private FileParts() {}

    public static FileLinks links(BotSettings settings, Clock clock) {
        return new FileLinks(settings, clock);
    }

    public static FilesIn in(FileFetcher fetcher, FileLinks links, ArrivalStore arrivals) {
        return new FilesIn(fetcher, links, new Arrivals(arrivals));
    }

    /** Returns what the scheduler runs twice a minute. */
    public static Look look(
            ArrivalStore arrivals,
            Checkpoint checkpoint,
            MessageSender sender,
            Speeches speeches,
            Database database,
            Clock clock) {
        return new DueArrivals(arrivals, checkpoint, sender, speeches, database, clock)::look;
    }

    /** Runs once. */
    public interface Look {
        void run() throws InterruptedException;
    }

    public static FilesOut out(SentFileStore sent) {
        return new FilesOut(sent);
    }
}
