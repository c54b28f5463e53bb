package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: people before background, callers one after the other however much each of them asks, each caller's calls in
 * order.
 *
 * <p>Every eighth turn goes to the background, so that people cannot keep it waiting for ever. Not thread-safe: the gate's lock
 * guards it.
 */
final class Turns {
    private static final int BACKGROUND_EVERY = 8;

    private final Map<Lane, SequencedMap<String, ArrayDeque<Ticket<?>>>> lanes = new EnumMap<>(Lane.class);
    private int turn;

    Turns() {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new LinkedHashMap<>());
        }
    }

    void add(Ticket<?> ticket) {
        queue(ticket).addLast(ticket);
    }

    /** Puts a ticket back where it was: first of its caller, and its caller first of all. */
    void giveBack(Ticket<?> ticket) {
        queue(ticket).addFirst(ticket);
        lane(ticket.lane()).putFirst(ticket.key(), queue(ticket));
    }

    private ArrayDeque<Ticket<?>> queue(Ticket<?> ticket) {
        return lane(ticket.lane()).computeIfAbsent(ticket.key(), _ -> new ArrayDeque<>());
    }

    private SequencedMap<String, ArrayDeque<Ticket<?>>> lane(Lane lane) {
        var queues = lanes.get(lane);
        if (queues == null) {
            throw new IllegalStateException("no lane " + lane);
        }
        return queues;
    }

    /** Takes the ticket whose turn it is out of the queue; empty where there is none. */
    Optional<Ticket<?>> next() {
        turn++;
        boolean backgroundFirst = turn % BACKGROUND_EVERY == 0;
        Ticket<?> first = take(backgroundFirst ? Lane.BACKGROUND : Lane.INTERACTIVE);
        return Optional.ofNullable(first != null ? first : take(backgroundFirst ? Lane.INTERACTIVE : Lane.BACKGROUND));
    }

    private @Nullable Ticket<?> take(Lane lane) {
        var entry = lane(lane).pollFirstEntry();
        if (entry == null) {
            return null;
        }
        Ticket<?> ticket = entry.getValue().removeFirst();
        if (!entry.getValue().isEmpty()) {
            lane(lane).putLast(entry.getKey(), entry.getValue());
        }
        return ticket;
    }

    /** Takes a ticket out of the queue; false where it is not in it. */
    boolean remove(Ticket<?> ticket) {
        var queues = lane(ticket.lane());
        ArrayDeque<Ticket<?>> queue = queues.get(ticket.key());
        if (queue == null || !queue.remove(ticket)) {
            return false;
        }
        if (queue.isEmpty()) {
            queues.remove(ticket.key());
        }
        return true;
    }

    /** Takes out all tickets of which this holds. */
    List<Ticket<?>> removeAll(Predicate<Ticket<?>> which) {
        List<Ticket<?>> removed = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            for (ArrayDeque<Ticket<?>> queue : List.copyOf(lane(lane).values())) {
                for (Ticket<?> ticket : List.copyOf(queue)) {
                    if (which.test(ticket) && remove(ticket)) {
                        removed.add(ticket);
                    }
                }
            }
        }
        return removed;
    }

    int waiting(Lane lane) {
        return lane(lane).values().stream().mapToInt(ArrayDeque::size).sum();
    }

    int waitingOf(Lane lane, String key) {
        ArrayDeque<Ticket<?>> queue = lane(lane).get(key);
        return queue == null ? 0 : queue.size();
    }

    boolean isEmpty() {
        return lanes.values().stream().allMatch(Map::isEmpty);
    }
}
