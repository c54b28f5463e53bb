package dev.basegram.sandbox.faults;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The last calls of each service. Recording is cheap, since secrets are masked when a call is read, not when it is kept.
 * Thread-safe.
 */
@ApplicationScoped
public class CallLog {
    /** Calls kept for each service; older ones are forgotten. */
    public static final int CAPACITY = 2_000;

    private final Map<Service, Deque<Call>> calls = new EnumMap<>(Service.class);
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
    private long lastId;

    /** Creates an empty log. */
    public CallLog() {
        for (Service service : Service.values()) {
            calls.put(service, new ArrayDeque<>());
        }
    }

    /** Keeps a call under a new number, and tells the listeners on the calling thread. */
    public void record(Call call) {
        Call numbered;
        synchronized (calls) {
            numbered = call.numbered(++lastId);
            Deque<Call> kept = of(call.service());
            kept.addLast(numbered);
            if (kept.size() > CAPACITY) {
                kept.removeFirst();
            }
        }
        if (!listeners.isEmpty()) {
            Call redacted = numbered.redacted();
            listeners.forEach(listener -> listener.accept(redacted));
        }
    }

    /** Returns the calls of a service that are kept, oldest first, secrets masked. */
    public List<Call> list(Service service) {
        List<Call> kept;
        synchronized (calls) {
            kept = new ArrayList<>(of(service));
        }
        return kept.stream().map(Call::redacted).toList();
    }

    /** Forgets the calls of a service. */
    public void clear(Service service) {
        synchronized (calls) {
            of(service).clear();
        }
    }

    /**
     * Tells a listener of each call from now on, secrets masked. It is called on the thread that answers the call, often
     * an event loop: it must not block.
     *
     * @return what stops the listening
     */
    public Listening listen(Consumer<Call> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Deque<Call> of(Service service) {
        Deque<Call> kept = calls.get(service);
        if (kept == null) {
            throw new IllegalStateException("No log for " + service);
        }
        return kept;
    }

    /** A subscription to the log. */
    public interface Listening extends AutoCloseable {
        /** Stops it; calling it again does nothing. */
        @Override
        void close();
    }
}
