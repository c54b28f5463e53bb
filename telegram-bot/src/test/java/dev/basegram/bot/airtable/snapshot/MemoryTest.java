package dev.basegram.bot.airtable.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The promise of {@code /status}: 50,000 rows of 20 fields in 150 MiB of heap, searched in no time. */
class MemoryTest {
    private static final int ROWS = 50_000;
    private static final int FIELDS = 20;

    private final Random random = new Random(3);
    private final List<FieldId> fields = new ArrayList<>();

    private Table table() {
        List<Field> all = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) {
            var id = new FieldId("fld%014d".formatted(i));
            fields.add(id);
            all.add(new Field(id, "Field " + i, null, new FieldType.SingleLineText()));
        }
        return new Table(new TableId("tbl00000000000001"), "Big", null, fields.getFirst(), all, List.of());
    }

    /** What a row of an order book holds: eight texts of 12–60 characters, numbers, dates, options, links and people. */
    private AirtableRecord row(int number) {
        Map<FieldId, CellValue> cells = new HashMap<>();
        for (int i = 0; i < FIELDS; i++) {
            cells.put(fields.get(i), cell(i, number));
        }
        return new AirtableRecord(new RecordId("rec%014d".formatted(number)), Instant.ofEpochSecond(number), cells);
    }

    private CellValue cell(int field, int row) {
        return switch (field) {
            case 0 -> new CellValue.Text("#" + row + " Ångström " + random.nextInt(1_000_000));
            case 1, 2, 3, 4, 5, 6, 7 -> new CellValue.Text(words());
            case 8, 9, 10 -> new CellValue.Numeric(BigDecimal.valueOf(random.nextInt(10_000_000), 2));
            case 11, 12 -> new CellValue.Date(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)));
            case 13, 14 ->
                new CellValue.DateTime(Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000_000)));
            case 15 -> new CellValue.Choice("Status " + random.nextInt(6));
            case 16 -> new CellValue.Choices(List.of("Tag " + random.nextInt(9), "Tag " + (10 + random.nextInt(9))));
            case 17 -> new CellValue.Links(List.of(new RecordId("rec%014d".formatted(random.nextInt(3_000)))));
            case 18 -> new CellValue.Checkbox(true);
            default -> CellValue.Numeric.of(random.nextInt(100));
        };
    }

    private String words() {
        var text = new StringBuilder();
        int length = 12 + random.nextInt(48);
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong(1L << 30), 36)).append(' ');
        }
        return text.toString();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void shouldHoldFiftyThousandRowsInLessThan150MiBAndSearchThem() {
        Table table = table();
        long before = heap();
        var shelf = new Shelf(table);
        List<AirtableRecord> page = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            page.add(row(i));
            if (page.size() == 1_000) {
                List<RecordId> order = new ArrayList<>(
                        shelf.listing(Optional.empty()).map(Listing::order).orElse(List.of()));
                page.forEach(record -> order.add(record.id()));
                shelf.put(Optional.empty(), listing(order), page, shelf.mark());
                page.clear();
            }
        }
        Snapshot snapshot = shelf.snapshot(Optional.empty(), Instant.now(), Duration.ofMinutes(1))
                .orElseThrow();
        var query = SearchQuery.everywhere(table.id(), "angstrom #49999", 10);
        long first = System.nanoTime();
        assertThat(WordSearch.search(snapshot, query, table.primaryField()).hits())
                .hasSize(1);
        long second = System.nanoTime();
        assertThat(WordSearch.search(snapshot, query, table.primaryField()).hits())
                .hasSize(1);
        long third = System.nanoTime();
        long used = heap() - before;
        System.out.printf(
                "%,d rows of %d fields: %d MiB with the texts for searching; first search %d ms, the next %d ms%n",
                snapshot.records().size(),
                FIELDS,
                used >> 20,
                (second - first) / 1_000_000,
                (third - second) / 1_000_000);
        assertThat(snapshot.records()).hasSize(ROWS);
        assertThat(used).isLessThan(150L << 20);
    }

    private static Listing listing(List<RecordId> order) {
        return new Listing(order, Instant.now(), order.size() / 100, false, false, null, null);
    }
}
