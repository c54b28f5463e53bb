package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.base.Ids;
import dev.basegram.sandbox.airtable.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The iterators behind {@code offset}: which records a list request still has to return. One that nobody asks for a
 * while expires, as does the oldest when there are too many. Not thread-safe: used within the base's lock.
 */
final class Pages {
    /** The reference says "client inactivity"; people report a few minutes. */
    static final Duration IDLE = Duration.ofMinutes(5);

    private static final Pattern OFFSET = Pattern.compile("(itr[0-9A-Za-z]{14})/(rec[0-9A-Za-z]{14})");
    private static final int MAX_OPEN = 1000;

    private final Clock clock;
    private final Map<String, Iteration> open = new LinkedHashMap<>();

    Pages(Clock clock) {
        this.clock = clock;
    }

    private record Iteration(String tableId, List<String> recordIds, Instant expires) {}

    /** Where a page begins, and the records of the iteration. */
    record Position(String iterationId, List<String> recordIds, int from) {
        /** The offset of a place further on. */
        String offsetAt(int index) {
            return iterationId + "/" + recordIds.get(index);
        }
    }

    /** Keeps the records of a list request for its later pages. */
    Position begin(Ids ids, String tableId, List<String> recordIds) {
        String id = ids.next("itr");
        open.put(id, new Iteration(tableId, recordIds, clock.instant().plus(IDLE)));
        if (open.size() > MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        return new Position(id, recordIds, 0);
    }

    /**
     * The place that an offset names.
     *
     * @throws Refusal when it is no offset, or its iteration has expired
     */
    Position at(String offset, String tableId) {
        var matcher = OFFSET.matcher(offset);
        if (!matcher.matches()) {
            throw Refusal.invalid("INVALID_OFFSET_VALUE", "The value of offset " + offset + " is invalid");
        }
        String id = matcher.group(1);
        Iteration iteration = open.get(id);
        if (iteration == null || clock.instant().isAfter(iteration.expires())) {
            open.remove(id);
            throw Refusal.invalid("LIST_RECORDS_ITERATOR_NOT_AVAILABLE", "");
        }
        int from = iteration.recordIds().indexOf(matcher.group(2));
        if (from < 0 || !iteration.tableId().equals(tableId)) {
            throw Refusal.invalid("INVALID_OFFSET_VALUE", "The value of offset " + offset + " is invalid");
        }
        open.put(
                id,
                new Iteration(tableId, iteration.recordIds(), clock.instant().plus(IDLE)));
        return new Position(id, iteration.recordIds(), from);
    }

    /** Forgets every iteration, as a restart of the service does. */
    void clear() {
        open.clear();
    }
}
