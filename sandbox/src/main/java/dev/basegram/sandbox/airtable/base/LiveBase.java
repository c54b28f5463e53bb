package dev.basegram.sandbox.airtable.base;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The base that is served now, behind one lock. Thread-safe. */
public final class LiveBase {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<BiConsumer<Base, Change>> listeners = new CopyOnWriteArrayList<>();
    private Base base;

    /** Serves a base; {@code clock} stamps every change. */
    public LiveBase(Base base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /** Reads; what is returned must not be a part of the base that later changes could touch. */
    public <T> T read(Function<Base, T> reading) {
        lock.lock();
        try {
            return reading.apply(base);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes the base; when {@code writing} throws, nothing is changed.
     *
     * @throws Refusal when {@code writing} does
     */
    public <T> T write(Function<Base, Origin> origin, Function<Transaction, T> writing) {
        lock.lock();
        try {
            Transaction transaction = new Transaction(base, origin.apply(base), clock.instant());
            T result = apply(transaction, writing);
            Optional<Change> change = transaction.commit();
            change.ifPresent(made -> listeners.forEach(listener -> listener.accept(base, made)));
            return result;
        } finally {
            lock.unlock();
        }
    }

    private static <T> T apply(Transaction transaction, Function<Transaction, T> writing) {
        boolean done = false;
        try {
            T result = writing.apply(transaction);
            done = true;
            return result;
        } finally {
            if (!done) {
                transaction.rollback();
            }
        }
    }

    /** Serves another base from now on. */
    public void replace(Base other) {
        lock.lock();
        try {
            base = other;
        } finally {
            lock.unlock();
        }
    }

    /** Tells of every change from now on, within the lock: listeners must be short and must not write. */
    public void listen(BiConsumer<Base, Change> listener) {
        listeners.add(listener);
    }

    /** The clock that stamps changes. */
    public Clock clock() {
        return clock;
    }
}
