package dev.basegram.bot.airtable.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast calls may leave: 4.5 a second over time, after a rest up to three at once, and never a sixth before it is certain that
 * Airtable will see it more than a second after the first of the five before it.
 *
 * <p>Airtable counts five in a second as calls arrive ({@code airtable.com/developers/web/api/rate-limits}), and the way may delay one
 * call and not the next. A call has arrived by the time it is answered, and at the latest within two seconds; so it holds one of five
 * places until a second after its answer, or three seconds after it left. Not thread-safe: the gate's lock guards it.
 */
final class Pace {
    private static final long INTERVAL = Duration.ofSeconds(2).toNanos() / 9;
    private static final int BURST = 3;
    private static final int PLACES = 5;
    private static final long AFTER_ANSWER = Duration.ofMillis(1_010).toNanos();
    private static final long AT_THE_LATEST = Duration.ofSeconds(3).toNanos();

    private final List<Place> taken = new ArrayList<>();
    private long credit = Long.MIN_VALUE;

    /** One of the five places. */
    static final class Place {
        private long freeAt;

        private Place(long freeAt) {
            this.freeAt = freeAt;
        }
    }

    /** Returns how long the next call has to wait as things stand, in nanoseconds; 0 to leave now. An answer may shorten it. */
    long delay(long now) {
        taken.removeIf(place -> place.freeAt <= now);
        long byRate = credit == Long.MIN_VALUE ? 0 : credit - (BURST - 1) * INTERVAL - now;
        long byPlaces = taken.size() < PLACES
                ? 0
                : taken.stream().mapToLong(place -> place.freeAt).min().orElse(now) - now;
        return Math.max(0, Math.max(byRate, byPlaces));
    }

    /** Notes that a call leaves now. */
    Place leaves(long now) {
        credit = Math.max(credit == Long.MIN_VALUE ? now : credit, now) + INTERVAL;
        var place = new Place(now + AT_THE_LATEST);
        taken.add(place);
        return place;
    }

    /** Notes that a call was answered. */
    void answered(Place place, long now) {
        place.freeAt = Math.min(place.freeAt, now + AFTER_ANSWER);
    }
}
