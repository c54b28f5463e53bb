package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Database;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whether the inbox holds its updates back: the table {@code inbox_hold}, and what this process knows of it. Another process of the
 * same bot learns of it within seconds. Thread-safe.
 */
final class Holding {
    private final Database database;
    private final InboxLanes lanes;
    private final long botId;
    private final Clock clock;
    private volatile @Nullable Hold current;

    Holding(Database database, InboxLanes lanes, long botId, Clock clock) {
        this.database = database;
        this.lanes = lanes;
        this.botId = botId;
        this.clock = clock;
    }

    Optional<Hold> now() {
        return Optional.ofNullable(current);
    }

    boolean holds(UpdateHead head) {
        Hold hold = current;
        return hold != null && (head.personId() == null || !hold.exempt().contains(head.personId()));
    }

    /** Learns what the table says; blocks. */
    void look() {
        current = database.read(this::find).orElse(null);
    }

    private Optional<Hold> find(Handle handle) {
        return handle.createQuery("SELECT since, by_name, exempt FROM inbox_hold WHERE bot_id = ?")
                .bind(0, botId)
                .map((row, _) ->
                        new Hold(Instant.ofEpochMilli(row.getLong(1)), row.getString(2), people(row.getString(3))))
                .findOne();
    }

    private static Set<Long> people(String text) {
        return Arrays.stream(text.split(" "))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Begins a hold, unless there is one; blocks. */
    void begin(Hold hold) {
        String exempt = hold.exempt().stream().map(String::valueOf).collect(Collectors.joining(" "));
        database.writeNow(handle -> handle.execute(
                "INSERT INTO inbox_hold (bot_id, since, by_name, exempt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                botId,
                hold.since().toEpochMilli(),
                hold.byName(),
                exempt));
        look();
    }

    /** Ends the hold: lanes that were put aside are due in the order in which they began to wait; blocks. */
    void end() {
        database.writeNow(handle -> {
            find(handle).ifPresent(hold -> prolong(handle, hold.since().toEpochMilli()));
            handle.execute("DELETE FROM inbox_hold WHERE bot_id = ?", botId);
            lanes.takeUpAgain(handle);
        });
        look();
    }

    /** A message lives a day; the time in which it was kept on purpose is not counted. What lives for seconds has no use for that. */
    private void prolong(Handle handle, long since) {
        List<String> kinds = Arrays.stream(UpdateKind.values())
                .filter(UpdateKind::livesForADay)
                .map(UpdateKind::field)
                .toList();
        handle.createUpdate("UPDATE waiting_update SET expires_at = expires_at + :now - CASE WHEN received_at > :since"
                        + " THEN received_at ELSE :since END WHERE bot_id = :bot AND kind IN (<kinds>)")
                .bind("now", clock.millis())
                .bind("since", since)
                .bind("bot", botId)
                .bindList("kinds", kinds)
                .execute();
    }
}
