package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Reply;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Sends calls through the gate, repeats them where it is safe, and lets identical reads share one. Thread-safe. */
public final class Flights {
    private final Gate gate;
    private final GateTimer timer;
    private final RandomGenerator random;
    private final ConcurrentHashMap<Object, Flight<?>> shared = new ConcurrentHashMap<>();

    /** Creates the way through a gate. */
    public Flights(Gate gate, GateTimer timer, RandomGenerator random) {
        this.gate = gate;
        this.timer = timer;
        this.random = random;
    }

    /** Sends a call now. */
    public <T> Flight<T> start(Caller caller, Call<T> call) {
        var flight = new Flight<>(gate, timer, random, caller, call);
        flight.start();
        return flight;
    }

    /** Sends a call when subscribed to. */
    public <T> Uni<Reply<T>> send(Caller caller, Call<T> call) {
        return Uni.createFrom().deferred(() -> start(caller, call).reply());
    }

    /**
     * Sends a read, or joins one that is under way.
     *
     * @param key what makes two reads identical; keys of different reads must never be equal, nor keys of reads with different
     *     answers
     */
    public <T> Flight<T> share(Object key, Caller caller, Supplier<Call<T>> call) {
        boolean[] mine = {false};
        @SuppressWarnings("unchecked") // the key stands for the kind of the answer
        Flight<T> flight = (Flight<T>) shared.computeIfAbsent(key, _ -> {
            mine[0] = true;
            return new Flight<>(gate, timer, random, caller, call.get());
        });
        if (mine[0]) {
            flight.whenLanded(() -> shared.remove(key, flight));
            flight.start();
        } else {
            flight.join(caller);
        }
        return flight;
    }

    /** Waits without a thread. */
    public Uni<Void> pause(Duration pause) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable cancel = timer.after(pause, () -> emitter.complete(null));
            emitter.onTermination(cancel);
        });
    }

    /** Runs something later, on the gate's thread. */
    public void later(Duration delay, Runnable task) {
        Runnable _ = timer.after(delay, task);
    }
}
