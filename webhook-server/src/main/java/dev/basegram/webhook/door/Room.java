package dev.basegram.webhook.door;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be held while the bot is away: without a limit, a long absence would end in an exhausted heap. What finds no
 * room stays with its sender. Thread-safe.
 */
final class Room {
    private final int maxRequests;
    private final long maxBytes;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Room(int maxRequests, long maxBytes) {
        this.maxRequests = maxRequests;
        this.maxBytes = maxBytes;
    }

    /** Takes a place for one request; false when there is none. */
    boolean enter() {
        if (requests.incrementAndGet() <= maxRequests) {
            return true;
        }
        requests.decrementAndGet();
        return false;
    }

    /** Gives the place back. */
    void leave() {
        requests.decrementAndGet();
    }

    /** Takes room for the bytes of a body; false when there is none. */
    boolean hold(int length) {
        if (bytes.addAndGet(length) <= maxBytes) {
            return true;
        }
        bytes.addAndGet(-length);
        return false;
    }

    /** Gives the bytes' room back. */
    void release(int length) {
        bytes.addAndGet(-length);
    }
}
