package dev.basegram.bot.store;

import org.jspecify.annotations.Nullable;

/**
 * The store could not take a write, or give a read, for a reason that is not the caller's: a full disk, a lost connection, a
 * queue at its limit. The same call may work later.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
