package dev.basegram.bot.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Writes that wait while a commit runs share the next one: on two busy cores a forced commit costs
 * milliseconds, so a commit each would cap the bot at some hundred updates a second.
 *
 * <p>A batch is tried in one plain transaction. When a write in it throws, the transaction is repeated with a savepoint before
 * each write, so that only the failing one is left out. Answers are given in the order of the writes: here when nothing waits,
 * else on another thread, so that what a caller does with its answer never holds up a commit.
 */
final class CommitWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CommitWriter.class);
    private static final int MAX_WAITING = 20_000;
    private static final int MAX_BATCH = 512;
    /** How long a patient write waits for others to share a commit with. */
    private static final Duration PATIENCE = Duration.ofMillis(4);
    /** How often a batch is tried that locked rows in another order than a batch of another process: PostgreSQL ends one of the two. */
    private static final int MAX_TRIES = 10;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final Jdbi jdbi;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(MAX_WAITING);
    private final BlockingQueue<Pending> patient = new ArrayBlockingQueue<>(MAX_WAITING);
    private volatile boolean asleep;
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable Handle kept;

    private record Pending(StoreWrite write, CompletableFuture<@Nullable Void> answer) {}

    CommitWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
        // A platform thread: SQLite's commit is a native call that would pin its carrier.
        this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::run);
    }

    /** Queues a write; the answer comes after the commit, or with the write's own error. */
    CompletableFuture<@Nullable Void> submit(StoreWrite write) {
        return submit(write, queue);
    }

    /** Queues a write whose commit may come some milliseconds later, with the next ones: half of all commits, in calm traffic. */
    CompletableFuture<@Nullable Void> submitPatiently(StoreWrite write) {
        CompletableFuture<@Nullable Void> answer = submit(write, patient);
        if (asleep) {
            wake();
        }
        return answer;
    }

    private CompletableFuture<@Nullable Void> submit(StoreWrite write, BlockingQueue<Pending> to) {
        var pending = new Pending(write, new CompletableFuture<>());
        if (closing || !to.offer(pending)) {
            pending.answer.completeExceptionally(new StoreUnavailableException(
                    closing ? "the store is closed" : MAX_WAITING + " writes are waiting already", null));
        }
        return pending.answer;
    }

    boolean alive() {
        return thread.isAlive();
    }

    private void run() {
        List<Pending> batch = new ArrayList<>(MAX_BATCH);
        try {
            while (!closing || !queue.isEmpty() || !patient.isEmpty()) {
                Pending first = next();
                if (first != null) {
                    batch.add(first);
                }
                queue.drainTo(batch, MAX_BATCH - 1);
                patient.drainTo(batch, MAX_BATCH);
                commit(List.copyOf(batch));
                batch.clear();
            }
        } catch (InterruptedException e) {
            LOG.debug("The writer was told to stop");
        } finally {
            closing = true;
            drop();
            refuseTheRest();
        }
    }

    /** Waits for a write; null when only patient ones wait, and have waited long enough. */
    private @Nullable Pending next() throws InterruptedException {
        Pending first = queue.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null || !patient.isEmpty()) {
            return first;
        }
        asleep = true;
        try {
            return patient.isEmpty() ? queue.take() : null;
        } finally {
            asleep = false;
        }
    }

    private void refuseTheRest() {
        List<Pending> left = new ArrayList<>();
        queue.drainTo(left);
        patient.drainTo(left);
        left.forEach(pending ->
                pending.answer.completeExceptionally(new StoreUnavailableException("the store is closed", null)));
    }

    private void commit(List<Pending> batch) {
        @Nullable RuntimeException[] errors = new RuntimeException[batch.size()];
        try {
            if (!tryPlain(batch)) {
                trySavepoints(batch, errors);
            }
        } catch (RuntimeException e) {
            drop();
            RuntimeException trouble = SqlTrouble.unavailable(e);
            for (int i = 0; i < errors.length; i++) {
                errors[i] = errors[i] == null ? trouble : errors[i];
            }
        }
        if (queue.isEmpty()) {
            answer(batch, errors);
        } else {
            Thread.ofVirtual().name("store-answers").start(() -> answer(batch, errors));
        }
    }

    /** Returns whether all of the batch is committed; false means that nothing is. */
    private boolean tryPlain(List<Pending> batch) {
        for (int tries = 1; ; tries++) {
            try {
                handle().useTransaction(shared -> batch.forEach(pending -> pending.write.on(shared)));
                return true;
            } catch (RuntimeException e) {
                if (SqlTrouble.gaveWay(e) && tries < MAX_TRIES) {
                    LOG.debugf("A batch of %d writes gave way to another process and is repeated", batch.size());
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
                    continue;
                }
                LOG.debugf("A batch of %d writes is repeated one by one: %s", batch.size(), SqlTrouble.firstLine(e));
                if (SqlTrouble.classify(e) instanceof StoreUnavailableException) {
                    drop();
                }
                return false;
            }
        }
    }

    private void trySavepoints(List<Pending> batch, @Nullable RuntimeException[] errors) {
        handle().useTransaction(shared -> {
            for (int i = 0; i < batch.size(); i++) {
                shared.savepoint("own");
                try {
                    batch.get(i).write.on(shared);
                    shared.releaseSavepoint("own");
                } catch (RuntimeException e) {
                    errors[i] = SqlTrouble.classify(e);
                    shared.rollbackToSavepoint("own");
                }
            }
        });
    }

    private static void answer(List<Pending> batch, @Nullable RuntimeException[] errors) {
        for (int i = 0; i < batch.size(); i++) {
            RuntimeException error = errors[i];
            if (error == null) {
                batch.get(i).answer.complete(null);
            } else {
                batch.get(i).answer.completeExceptionally(error);
            }
        }
    }

    private Handle handle() {
        Handle open = kept;
        if (open == null) {
            open = jdbi.open();
            kept = open;
        }
        return open;
    }

    /** Gives the connection up; the pool throws it away if it is broken. */
    private void drop() {
        Handle open = kept;
        kept = null;
        if (open != null) {
            try {
                open.close();
            } catch (RuntimeException e) {
                LOG.debugf("A broken connection would not close: %s", SqlTrouble.firstLine(e));
            }
        }
    }

    /** Commits what is queued, then stops; waits for at most ten seconds. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        var wakeUp = new Pending(_ -> {}, new CompletableFuture<>());
        if (!queue.offer(wakeUp)) {
            LOG.debug("The queue is full, so the writer is awake");
        }
    }
}
