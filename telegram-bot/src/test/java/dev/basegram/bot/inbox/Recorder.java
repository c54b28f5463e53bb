package dev.basegram.bot.inbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler that remembers what it was given, in which order, and whether two calls of one lane ever overlapped. */
class Recorder implements UpdateHandler {
    record Told(long updateId, String reference) {}

    final List<IncomingUpdate> handled = Collections.synchronizedList(new ArrayList<>());
    final List<Long> toldHeld = new CopyOnWriteArrayList<>();
    final List<Told> told = new CopyOnWriteArrayList<>();
    final Map<String, AtomicInteger> inLane = new ConcurrentHashMap<>();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile boolean overlapped;
    volatile Behaviour behaviour = _ -> HandleOutcome.Done.plain();

    interface Behaviour {
        HandleOutcome of(IncomingUpdate update) throws InterruptedException;
    }

    Recorder doing(Behaviour behaviour) {
        this.behaviour = behaviour;
        return this;
    }

    @Override
    public HandleOutcome handle(IncomingUpdate update) throws InterruptedException {
        AtomicInteger lane = inLane.computeIfAbsent(update.head().lane(), _ -> new AtomicInteger());
        if (lane.incrementAndGet() != 1) {
            overlapped = true;
        }
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            HandleOutcome outcome = behaviour.of(update);
            handled.add(update);
            return outcome;
        } finally {
            running.decrementAndGet();
            lane.decrementAndGet();
        }
    }

    @Override
    public void tellRefused(IncomingUpdate update, String reference) {
        told.add(new Told(update.head().updateId(), reference));
    }

    @Override
    public void tellHeld(IncomingUpdate update) {
        toldHeld.add(update.head().updateId());
    }

    List<IncomingUpdate> snapshot() {
        synchronized (handled) {
            return List.copyOf(handled);
        }
    }

    List<Long> ids() {
        return snapshot().stream().map(update -> update.head().updateId()).toList();
    }

    List<Long> idsOf(long person) {
        List<Long> ids = new ArrayList<>();
        for (IncomingUpdate update : snapshot()) {
            if (Long.valueOf(person).equals(update.head().personId())) {
                ids.add(update.head().updateId());
            }
        }
        return ids;
    }
}
