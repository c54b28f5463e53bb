package dev.basegram.bot.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A few handles that stay open for reading, with their statements prepared: to open one anew for each of an update's reads would
 * cost more than the reads. Thread-safe.
 */
final class ReadHandles implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReadHandles.class);
    /** Fewer than the pool has connections, so that more readers at once, and the writer, still find one. */
    private static final int KEPT = 3;

    private final Jdbi jdbi;
    private final BlockingQueue<Handle> idle = new ArrayBlockingQueue<>(KEPT);
    private volatile boolean closed;

    ReadHandles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads; a kept handle whose connection has died meanwhile is replaced, and the query repeated, once. */
    <T extends @Nullable Object> T read(HandleCallback<T, RuntimeException> query) {
        Handle kept = idle.poll();
        if (kept != null) {
            try {
                return use(kept, query);
            } catch (StoreUnavailableException e) {
                LOG.debugf("A connection that was kept for reading is replaced: %s", e.getMessage());
            }
        }
        try {
            return use(jdbi.open(), query);
        } catch (RuntimeException e) {
            throw SqlTrouble.classify(e);
        }
    }

    private <T extends @Nullable Object> T use(Handle handle, HandleCallback<T, RuntimeException> query) {
        T result;
        try {
            result = query.withHandle(handle);
        } catch (RuntimeException e) {
            drop(handle);
            throw SqlTrouble.classify(e);
        } catch (Error e) {
            drop(handle);
            throw e;
        }
        if (closed || !idle.offer(handle)) {
            drop(handle);
        }
        return result;
    }

    private static void drop(Handle handle) {
        try {
            handle.close();
        } catch (RuntimeException e) {
            LOG.debugf("A connection would not close: %s", SqlTrouble.firstLine(e));
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Handle left = idle.poll(); left != null; left = idle.poll()) {
            drop(left);
        }
    }
}
