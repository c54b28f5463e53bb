package dev.basegram.sandbox.airtable.http;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Five requests a second on a base and fifty a second for a token; whoever exceeds one is refused for thirty seconds
 * (airtable.com/developers/web/api/rate-limits). Thread-safe.
 */
final class RateLimits {
    static final int PER_BASE = 5;
    static final int PER_TOKEN = 50;

    private static final long WINDOW_MS = 1_000;
    private static final long PENALTY_MS = 30_000;

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();
    private boolean on;

    RateLimits(Clock clock, boolean on) {
        this.clock = clock;
        this.on = on;
    }

    private static final class Window {
        private final Deque<Long> times = new ArrayDeque<>();
        private long refusedUntil;
    }

    synchronized boolean isOn() {
        return on;
    }

    synchronized void switchTo(boolean nowOn) {
        on = nowOn;
        windows.clear();
    }

    /** Counts a request, and says whether it may go on; a refused one does not count. */
    synchronized boolean admit(String baseId, Token token) {
        if (!on) {
            return true;
        }
        boolean tokenMay = admit("token " + token.identity(), PER_TOKEN);
        return tokenMay && (baseId.isEmpty() || admit("base " + baseId, PER_BASE));
    }

    private boolean admit(String key, int perSecond) {
        long now = clock.millis();
        Window window = windows.computeIfAbsent(key, name -> new Window());
        if (now < window.refusedUntil) {
            return false;
        }
        while (!window.times.isEmpty() && window.times.peekFirst() <= now - WINDOW_MS) {
            window.times.removeFirst();
        }
        if (window.times.size() >= perSecond) {
            window.refusedUntil = now + PENALTY_MS;
            return false;
        }
        window.times.addLast(now);
        return true;
    }
}
