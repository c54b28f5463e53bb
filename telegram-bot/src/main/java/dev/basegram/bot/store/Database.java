package dev.basegram.bot.store;

import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The bot's store: SQLite or PostgreSQL, the same SQL on both.
 *
 * <p>Writes go through one thread that lets waiting writes share a commit. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private final Engine engine;
    private final ReadHandles reads;
    private final CommitWriter writer;

    private Database(Engine engine, Jdbi jdbi) {
        this.engine = engine;
        this.reads = new ReadHandles(jdbi);
        this.writer = new CommitWriter(jdbi);
    }

    /** Opens a store over a migrated database; the caller keeps the data source and closes it after the store. */
    public static Database open(Engine engine, DataSource source) {
        return new Database(engine, Jdbi.create(source));
    }

    /** Returns which database this is. */
    public Engine engine() {
        return engine;
    }

    /**
     * Reads, blocking the calling thread: for virtual and worker threads, never for an event loop.
     *
     * <p>Not for writing: on SQLite a second writer would wait for the shared one.
     *
     * @throws StoreUnavailableException when the database is to blame
     */
    public <T extends @Nullable Object> T read(HandleCallback<T, RuntimeException> query) {
        return reads.read(query);
    }

    /**
     * Writes, together with whatever else waits to be written; may be called on an event loop.
     *
     * <p>The item (null) comes after the commit that the write shared, on a thread that is not an event loop, maybe the
     * writer's own: what follows there must not block. Each subscription writes once more. The failure is the write's own exception, or
     * {@link StoreUnavailableException}; then nothing of this write is stored, except that a connection lost during the commit
     * itself leaves it unknown.
     */
    public Uni<Void> write(StoreWrite write) {
        return Uni.createFrom().completionStage(() -> writer.submit(write)).replaceWithVoid();
    }

    /**
     * Writes and waits for the commit, blocking the calling thread: for virtual and worker threads, never for an event loop.
     *
     * @throws StoreUnavailableException when the database is to blame
     * @throws RuntimeException whatever the write itself threw
     */
    public void writeNow(StoreWrite write) {
        await(writer.submit(write));
    }

    /**
     * Writes as {@link #writeNow(StoreWrite)} does, but lets the commit wait up to four milliseconds for others to share it: for
     * ends of work that nobody is waiting for.
     *
     * @throws StoreUnavailableException when the database is to blame
     * @throws RuntimeException whatever the write itself threw
     */
    public void writeSoon(StoreWrite write) {
        await(writer.submitPatiently(write));
    }

    private static void await(CompletableFuture<@Nullable Void> committed) {
        try {
            committed.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw e;
        }
    }

    /**
     * Writes as {@link #writeNow(StoreWrite)} does and returns what the write found, such as which of several people was first.
     *
     * @throws StoreUnavailableException when the database is to blame
     */
    public <T> T decide(Function<Handle, T> write) {
        AtomicReference<@Nullable T> found = new AtomicReference<>();
        writeNow(handle -> found.set(write.apply(handle)));
        return Objects.requireNonNull(found.get(), "the write returned null");
    }

    /** Tells whether the writer's thread is up; a store without it will never take a write again. */
    public boolean writerAlive() {
        return writer.alive();
    }

    /** Commits what is queued and stops the writer. */
    @Override
    public void close() {
        writer.close();
        reads.close();
    }
}
