package dev.basegram.bot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder into which SQLite unpacks its library at each start. Where that does not work SQLite says a lot, and nothing about the
 * folder.
 */
final class SqliteLibrary {
    /** More than the library has, 1.1 MB. */
    private static final int ROOM = 2 << 20;

    private static final String UNPACKED_ELSEWHERE = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** Returns why the library cannot be unpacked, for an operator; empty when it can. Writes and deletes a file. */
    static Optional<String> trouble() {
        if (System.getProperty(UNPACKED_ELSEWHERE) != null) {
            return Optional.empty();
        }
        try {
            Path probe = Files.createTempFile(folder(), "basegram", ".tmp");
            try {
                Files.write(probe, new byte[ROOM]);
            } finally {
                Files.delete(probe);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The folder for temporary files, %s, does not take the 2 MB that SQLite needs: %s."
                            .formatted(folder(), SqlTrouble.firstLine(e))
                    + " Make room, or give the container a writable /tmp. Example: docker run --tmpfs /tmp:exec");
        }
    }

    /** Returns what to say when the library is there and cannot be loaded. */
    static String notLoaded(LinkageError error) {
        return "SQLite's library cannot be loaded from the folder for temporary files, %s: %s."
                        .formatted(folder(), SqlTrouble.firstLine(error))
                + " It must allow programs to run. Example: docker run --tmpfs /tmp:exec";
    }

    private static Path folder() {
        return Path.of(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")));
    }
}
