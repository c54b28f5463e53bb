package dev.basegram.bot.chat.files;

import dev.basegram.bot.session.SentFileStore;
import dev.basegram.bot.telegram.FileFetcher;

/** Files, for tests of other packages. */
public final class FileParts {
    private FileParts() {}

    public static FilesIn in(FileFetcher fetcher) {
        return new FilesIn(fetcher);
    }

    public static FilesOut out(SentFileStore sent) {
        return new FilesOut(sent);
    }
}
