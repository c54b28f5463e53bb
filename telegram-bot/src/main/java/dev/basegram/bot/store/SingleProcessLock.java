package dev.basegram.bot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process away from the same SQLite file: both would answer every person. The operating system ends the lock
 * with the process, however it ends.
 */
final class SingleProcessLock implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SingleProcessLock.class);
    /** As long as a predecessor may take to drain. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FileChannel channel;

    private SingleProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    static SingleProcessLock take(Path database) throws IOException {
        Path file = database.resolveSibling(database.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (tryLock(channel) == null) {
            if (System.nanoTime() > giveUp) {
                channel.close();
                throw new IOException(
                        "another process uses " + database + " (PostgreSQL can be shared, SQLite cannot)");
            }
            if (!told) {
                LOG.infof("Waiting for the process that still uses %s", database);
                told = true;
            }
            pause();
        }
        return new SingleProcessLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debugf("The lock ends with the process: %s", e.getMessage());
        }
    }
}
