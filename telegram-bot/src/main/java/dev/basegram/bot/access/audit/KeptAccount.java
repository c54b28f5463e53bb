package dev.basegram.bot.access.audit;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.audit.AuditEntry.Operation;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Accounts for changes of what the bot keeps itself of people and rules, in the transaction that makes them: there is never one
 * without the other.
 */
@Singleton
public class KeptAccount {
    private final AuditLog log;
    private final Clock clock;
    private final String bot;

    @Inject
    KeptAccount(AuditLog log, Clock clock, BotSettings settings) {
        this(log, clock, settings.telegram().botId());
    }

    KeptAccount(AuditLog log, Clock clock, long botId) {
        this.log = log;
        this.clock = clock;
        // Another bot on the same store would count its updates from elsewhere.
        this.bot = botId + ".";
    }

    /**
     * Notes what a transaction changes of a row; nothing where it changes nothing.
     *
     * @param before empty where it was not there
     * @param after empty where it is no longer there
     */
    public void changed(Handle handle, Actor actor, Optional<KeptRow> before, Optional<KeptRow> after) {
        Optional<KeptRow> row = after.or(() -> before);
        if (row.isEmpty()) {
            return;
        }
        Operation operation =
                before.isEmpty() ? Operation.CREATED : after.isEmpty() ? Operation.DELETED : Operation.CHANGED;
        String key = freshKey(handle, bot + actor.occasion() + ":" + row.get().id());
        Instant now = clock.instant();
        var columns = new TreeSet<String>();
        before.ifPresent(was -> columns.addAll(was.cells().keySet()));
        after.ifPresent(is -> columns.addAll(is.cells().keySet()));
        for (String column : columns) {
            String old = before.map(was -> was.cells().get(column)).orElse(null);
            String fresh = after.map(is -> is.cells().get(column)).orElse(null);
            if (!Objects.equals(old, fresh)) {
                AuditEntry entry = new AuditEntry(
                        key,
                        now,
                        actor.personId(),
                        actor.name().isBlank() ? Long.toString(actor.personId()) : actor.name(),
                        operation,
                        row.get().table().table().id(),
                        row.get().id(),
                        Optional.of(row.get().table().field(column)),
                        row.get().called(),
                        old,
                        fresh);
                log.note(entry).on(handle);
            }
        }
    }

    /** What is changed twice on one occasion is two changes: a transaction that is repeated has nothing left to note. */
    private static String freshKey(Handle handle, String key) {
        String fresh = key;
        for (int nth = 2; isNoted(handle, fresh); nth++) {
            fresh = key + "#" + nth;
        }
        return fresh;
    }

    private static boolean isNoted(Handle handle, String key) {
        return handle.createQuery("SELECT COUNT(*) FROM audit_entry WHERE change_key = :key")
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
