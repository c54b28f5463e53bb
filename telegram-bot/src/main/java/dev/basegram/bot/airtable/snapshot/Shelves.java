package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** All tables in memory, the least recently used first; those make room when there are too many rows. Thread-safe. */
final class Shelves {
    private final int mostRows;
    private final SequencedMap<TableId, Shelf> shelves = new LinkedHashMap<>();

    Shelves(int mostRows) {
        this.mostRows = mostRows;
    }

    synchronized Shelf of(Table table) {
        Shelf shelf = shelves.computeIfAbsent(table.id(), _ -> new Shelf(table));
        shelves.putLast(table.id(), shelf);
        return shelf;
    }

    synchronized Optional<Shelf> held(TableId table) {
        return Optional.ofNullable(shelves.get(table));
    }

    synchronized List<Shelf> all() {
        return new ArrayList<>(shelves.values());
    }

    /** Puts tables away until the rows fit, but never this one. */
    synchronized void makeRoom(Shelf keep) {
        int rows = shelves.values().stream().mapToInt(Shelf::size).sum();
        for (Shelf shelf : List.copyOf(shelves.values())) {
            if (rows <= mostRows) {
                return;
            }
            if (shelf != keep) {
                rows -= shelf.size();
                shelves.remove(shelf.table());
            }
        }
    }
}
