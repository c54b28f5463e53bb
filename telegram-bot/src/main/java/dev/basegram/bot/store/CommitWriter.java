package dev.basegram.bot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Writes that wait while a commit runs share the next one: on two busy cores a forced commit costs
 * milliseconds, so a commit each would cap the bot at some hundred updates a second.
 *
 * <p>A batch is tried in one plain transaction. When a write in it throws, the transaction is repeated with a savepoint before
 * each write, so that only the failing one is left out. Answers are given on another thread, in the order of the writes, so
 * that what a caller does with its answer never holds up the next commit.
 */
final class CommitWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CommitWriter.class);
    private static final int MAX_WAITING = 20_000;
    private static final int MAX_BATCH = 512;

    private final Jdbi jdbi;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(MAX_WAITING);
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
        var pending = new Pending(write, new CompletableFuture<>());
        if (closing || !queue.offer(pending)) {
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
            while (!closing || !queue.isEmpty()) {
                batch.add(queue.take());
                queue.drainTo(batch, MAX_BATCH - 1);
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

    private void refuseTheRest() {
        for (Pending left = queue.poll(); left != null; left = queue.poll()) {
            left.answer.completeExceptionally(new StoreUnavailableException("the store is closed", null));
        }
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
        Thread.ofVirtual().name("store-answers").start(() -> answer(batch, errors));
    }

    /** Returns whether all of the batch is committed; false means that nothing is. */
    private boolean tryPlain(List<Pending> batch) {
        try {
            handle().useTransaction(shared -> batch.forEach(pending -> pending.write.on(shared)));
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("A batch of %d writes is repeated one by one: %s", batch.size(), SqlTrouble.firstLine(e));
            if (SqlTrouble.classify(e) instanceof StoreUnavailableException) {
                drop();
            }
            return false;
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
        submitWakeUp();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void submitWakeUp() {
        var wakeUp = new Pending(_ -> {}, new CompletableFuture<>());
        if (!queue.offer(wakeUp)) {
            LOG.debug("The queue is full, so the writer is awake");
        }
    }
}
