package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records read one by one, of tables that are not in memory: mostly those that others link to, for their names. The least recently
 * used make room. Thread-safe.
 */
final class Singles {
    private static final int MOST = 2_000;
    private static final Duration KEEP = Duration.ofMinutes(10);

    private record Key(TableId table, RecordId record) {}

    private record Kept(AirtableRecord record, Instant readAt) {}

    private final Clock clock;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MOST;
        }
    };

    Singles(Clock clock) {
        this.clock = clock;
    }

    synchronized void keep(TableId table, AirtableRecord record) {
        kept.put(new Key(table, record.id()), new Kept(record, clock.instant()));
    }

    synchronized Optional<AirtableRecord> find(TableId table, RecordId record) {
        return Optional.ofNullable(kept.get(new Key(table, record)))
                .filter(found -> clock.instant().isBefore(found.readAt().plus(KEEP)))
                .map(Kept::record);
    }

    synchronized void forget(TableId table, RecordId record) {
        kept.remove(new Key(table, record));
    }

    synchronized void forget(TableId table) {
        kept.keySet().removeIf(key -> key.table().equals(table));
    }
}
