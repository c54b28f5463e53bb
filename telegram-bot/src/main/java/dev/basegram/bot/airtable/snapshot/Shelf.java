package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One table in memory: each record once, in its latest known state, and the orders of the table and its views over them.
 *
 * <p>Thread-safe. What it gives out does not change.
 */
final class Shelf {
    private static final int MOST_WRITES_REMEMBERED = 5_000;

    private final TableId table;
    private final Rows rows;
    private final Map<RecordId, AirtableRecord> records = new HashMap<>();
    private final Map<Optional<ViewId>, Listing> listings = new HashMap<>();
    private final Map<Optional<ViewId>, List<AirtableRecord>> resolved = new HashMap<>();
    private final Map<RecordId, Long> writes = new HashMap<>();
    private long writeNumber;
    private Instant checkedAt = Instant.MIN;

    Shelf(Table table) {
        this.table = table.id();
        this.rows = new Rows(table);
    }

    TableId table() {
        return table;
    }

    synchronized Optional<Listing> listing(Optional<ViewId> view) {
        return Optional.ofNullable(listings.get(view));
    }

    synchronized int size() {
        return records.size();
    }

    synchronized Optional<AirtableRecord> record(RecordId id) {
        return Optional.ofNullable(records.get(id));
    }

    /** Returns the records of a listing, if it has been read. */
    synchronized Optional<Snapshot> snapshot(Optional<ViewId> view, Instant now, Duration freshForAPage) {
        Listing listing = listings.get(view);
        if (listing == null) {
            return Optional.empty();
        }
        List<AirtableRecord> found = resolved.computeIfAbsent(view, _ -> resolve(listing));
        return Optional.of(new Snapshot(
                table,
                view.orElse(null),
                found,
                listing.readAt(),
                listing.truncated(),
                listing.isStale(now, freshForAPage) || listing.trouble() != null,
                listing.trouble()));
    }

    private List<AirtableRecord> resolve(Listing listing) {
        AirtableRecord[] found = new AirtableRecord[listing.order().size()];
        int n = 0;
        for (RecordId id : listing.order()) {
            AirtableRecord record = records.get(id);
            if (record != null) {
                found[n++] = record;
            }
        }
        return List.of(n == found.length ? found : Arrays.copyOf(found, n));
    }

    /** Returns the number of the last write of ours; a reading that begins now knows nothing of later ones. */
    synchronized long mark() {
        return writeNumber;
    }

    /** Puts a listing in the place of the one before; what we wrote since its reading began stays as we wrote it. */
    synchronized void put(Optional<ViewId> view, Listing listing, Collection<AirtableRecord> read, long mark) {
        read.stream()
                .filter(record -> writes.getOrDefault(record.id(), 0L) <= mark)
                .forEach(record -> records.put(record.id(), rows.compact(record)));
        List<RecordId> order = new ArrayList<>(listing.order());
        order.removeIf(id -> writes.getOrDefault(id, 0L) > mark && !records.containsKey(id));
        listings.put(view, listing.withOrder(order));
        dropUnlisted();
        resolved.clear();
    }

    private void dropUnlisted() {
        if (writes.size() > MOST_WRITES_REMEMBERED) {
            writes.values().removeIf(number -> number <= writeNumber - MOST_WRITES_REMEMBERED);
        }
        Set<RecordId> listed = new HashSet<>();
        listings.values().forEach(listing -> listed.addAll(listing.order()));
        records.keySet().retainAll(listed);
    }

    /**
     * Returns since when changes of the whole table have to be asked for, and notes that they are; empty where that is not due, or
     * reading the whole table anew costs no more.
     */
    synchronized Optional<Instant> catchUpFrom(Instant now, Duration every) {
        Listing whole = listings.get(Optional.<ViewId>empty());
        if (whole == null || whole.pages() < 2 || whole.truncated()) {
            return Optional.empty();
        }
        Instant from = checkedAt.isBefore(whole.readAt()) ? whole.readAt() : checkedAt;
        if (now.isBefore(from.plus(every))) {
            return Optional.empty();
        }
        checkedAt = now;
        return Optional.of(from);
    }

    synchronized void trouble(Optional<ViewId> view, AirtableFailure failure, Instant now) {
        listings.computeIfPresent(view, (_, listing) -> listing.withTrouble(failure, now));
    }

    synchronized void drop(Optional<ViewId> view) {
        listings.remove(view);
        dropUnlisted();
        resolved.clear();
    }

    /** Takes in records as they are now: after a write of ours, or a reading of what changed. New ones come last in the table. */
    synchronized void absorb(Collection<AirtableRecord> changed) {
        if (listings.isEmpty() || changed.isEmpty()) {
            return;
        }
        Listing whole = listings.get(Optional.<ViewId>empty());
        Set<RecordId> added = new LinkedHashSet<>();
        boolean differs = false;
        for (AirtableRecord record : changed) {
            AirtableRecord before = records.get(record.id());
            boolean known = before != null;
            writes.put(record.id(), ++writeNumber);
            differs |= before == null || !before.cells().equals(record.cells());
            if (known || whole != null) {
                records.put(record.id(), rows.compact(record));
            }
            // Where the cap has cut the table, a new one lies beyond it as those at its end do.
            if (!known && whole != null && !whole.truncated()) {
                added.add(record.id());
            }
        }
        if (whole != null && !added.isEmpty()) {
            List<RecordId> order = new ArrayList<>(whole.order());
            order.addAll(added);
            listings.put(Optional.empty(), whole.withOrder(order));
        }
        if (differs) {
            touchViews();
        }
        resolved.clear();
    }

    synchronized void remove(RecordId id) {
        writes.put(id, ++writeNumber);
        if (records.remove(id) != null) {
            listings.replaceAll((_, listing) -> listing.withOrder(
                    listing.order().stream().filter(other -> !other.equals(id)).toList()));
            resolved.clear();
        }
    }

    private void touchViews() {
        listings.replaceAll((view, listing) -> view.isPresent() ? listing.withTouched() : listing);
    }

    /** Notes that others changed something. */
    synchronized void touch() {
        listings.replaceAll((_, listing) -> listing.withTouched());
    }

    synchronized Collection<Listing> listings() {
        return List.copyOf(listings.values());
    }
}
