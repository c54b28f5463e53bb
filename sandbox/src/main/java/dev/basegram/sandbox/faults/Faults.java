package dev.basegram.sandbox.faults;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faults that are switched on. A call takes at most one: the oldest that concerns it, so that orders queue up and a
 * test can script a run of failures. Thread-safe; nothing here is random.
 */
@ApplicationScoped
public class Faults {
    private final List<Fault> on = new ArrayList<>();
    private long lastId;

    /** Switches a fault on for the calls that follow. */
    public synchronized Fault switchOn(FaultOrder order) {
        Fault fault = Fault.of(++lastId, order);
        on.add(fault);
        return fault;
    }

    /** Takes the fault that concerns a call of anyone, and counts it down. */
    public Optional<Fault> take(Service service, String operation) {
        return take(service, operation, null);
    }

    /**
     * Takes the fault that concerns a call, and counts it down.
     *
     * @param caller the calling bot id or base id, for faults ordered for one of them; null when not known
     */
    public synchronized Optional<Fault> take(Service service, String operation, @Nullable String caller) {
        for (int i = 0; i < on.size(); i++) {
            Fault fault = on.get(i);
            if (fault.concerns(service, operation, caller)) {
                countDown(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Returns what is on, oldest first. */
    public synchronized List<Fault> list() {
        return List.copyOf(on);
    }

    /** Switches one fault off, and says whether it was on. */
    public synchronized boolean clear(long id) {
        return on.removeIf(fault -> fault.id() == id);
    }

    /** Switches every fault of a service off. */
    public synchronized void clear(Service service) {
        on.removeIf(fault -> fault.service() == service);
    }

    /** Switches every fault off. */
    public synchronized void clear() {
        on.clear();
    }

    private void countDown(int index, Fault fault) {
        Integer remaining = fault.remaining();
        if (remaining == null) {
            return;
        }
        if (remaining > 1) {
            on.set(index, fault.withRemaining(remaining - 1));
        } else {
            on.remove(index);
        }
    }
}
