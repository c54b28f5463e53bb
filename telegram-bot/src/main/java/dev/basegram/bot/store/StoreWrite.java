package dev.basegram.bot.store;

import org.jdbi.v3.core.Handle;

/**
 * A write to the store that shares its transaction and its commit with others.
 *
 * <p>It runs on the writer's thread, may run again when its batch is repeated without a failing neighbour, and so must have no
 * effect beyond the handle.
 */
@FunctionalInterface
public interface StoreWrite {
    /** Writes through the handle of the shared transaction. */
    void on(Handle handle);
}
