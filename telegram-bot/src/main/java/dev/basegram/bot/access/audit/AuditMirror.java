package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.store.StoreUnavailableException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * Copies entries into the base's own {@code Bot Audit} table, where there is one: in the background, ten to a call, behind everybody
 * who waits for an answer. What fails is tried again with growing pauses and is never dropped while the table is there.
 */
@Singleton
class AuditMirror {
    /** The table's name. */
    static final String TABLE = "Bot Audit";

    private static final Logger LOG = Logger.getLogger(AuditMirror.class);
    private static final Caller CALLER = Caller.background("audit");
    private static final int AT_ONCE = 10;
    private static final Duration IN_HAND = Duration.ofMinutes(10);

    private final Airtable airtable;
    private final MirrorQueue queue;
    private final Clock clock;

    AuditMirror(Airtable airtable, MirrorQueue queue, Clock clock) {
        this.airtable = airtable;
        this.queue = queue;
        this.clock = clock;
    }

    @Scheduled(
            every = "5s",
            delayed = "10s",
            identity = "audit-mirror",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void copy() throws InterruptedException {
        try {
            boolean more = true;
            while (more) {
                more = copyBatch();
            }
        } catch (StoreUnavailableException e) {
            LOG.debugf("No change is copied to the base now: %s", e.getMessage());
        }
    }

    /** Copies up to ten entries; tells whether there may be more to do at once. */
    private boolean copyBatch() throws InterruptedException {
        Instant now = clock.instant();
        List<MirrorQueue.Waiting> due = queue.due(now, AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        Optional<Schema> schema = await(airtable.schema(CALLER)).found();
        if (schema.isEmpty()) {
            return false; // they wait where they are
        }
        Optional<Table> table = schema.get().tableNamed(TABLE);
        if (table.isEmpty()) {
            queue.drop();
            return false;
        }
        return copy(schema.get(), table.get(), queue.claim(due, now, now.plus(IN_HAND))) && due.size() == AT_ONCE;
    }

    private boolean copy(Schema schema, Table table, List<MirrorQueue.Waiting> batch) throws InterruptedException {
        List<CompletableFuture<Answer<AirtableRecord>>> sent = new ArrayList<>();
        for (MirrorQueue.Waiting each : batch) {
            var cells = new AuditCells(schema, table).of(each.entry());
            sent.add(start(airtable.create(CALLER, new NewRecord(table.id(), cells, key(each.entry())))));
        }
        List<AirtableFailure> failures = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            switch (finish(sent.get(i))) {
                case Answer.Ok<AirtableRecord> _ -> queue.copied(batch.get(i));
                case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> {
                    failures.add(failure);
                    queue.putOff(batch.get(i), clock.instant());
                }
            }
        }
        if (!failures.isEmpty()) {
            LOG.warnf(
                    "%d of %d changes are not in «%s» yet: %s",
                    failures.size(), batch.size(), TABLE, failures.getFirst().forOperator());
        }
        return failures.isEmpty();
    }

    /** The same entry has the same key, so that it is one row whatever crashes in between. */
    private static String key(AuditEntry entry) {
        String name = entry.changeKey() + " " + AuditRows.field(entry);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "audit." + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private static <T> Answer<T> await(Uni<Answer<T>> asked) throws InterruptedException {
        return finish(start(asked));
    }

    private static <T> CompletableFuture<Answer<T>> start(Uni<Answer<T>> asked) {
        return asked.subscribeAsCompletionStage();
    }

    private static <T> Answer<T> finish(CompletableFuture<Answer<T>> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bug in the Airtable client", e.getCause());
        }
    }
}
