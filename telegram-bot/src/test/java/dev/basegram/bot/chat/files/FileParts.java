package dev.basegram.bot.chat.files;

import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.session.SentFileStore;
import dev.basegram.bot.telegram.FileFetcher;
import java.time.Clock;

/** Files, for tests of other packages. */
public final class FileParts {
    private FileParts() {}

    public static FileLinks links(BotSettings settings, Clock clock) {
        return new FileLinks(settings, clock);
    }

    public static FilesIn in(FileFetcher fetcher, FileLinks links) {
        return new FilesIn(fetcher, links);
    }

    public static FilesOut out(SentFileStore sent) {
        return new FilesOut(sent);
    }
}
