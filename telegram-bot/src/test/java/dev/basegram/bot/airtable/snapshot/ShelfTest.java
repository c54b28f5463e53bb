package dev.basegram.bot.airtable.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.CellValue.Text;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.RowScope;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShelfTest {
    private static final FieldId NAME = new FieldId("fldName");
    private static final FieldId SECRET = new FieldId("fldSecret");
    private static final Optional<ViewId> WHOLE = Optional.empty();
    private static final Optional<ViewId> VIEW = Optional.of(new ViewId("viwA"));
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Table table = new Table(
            new TableId("tblA"),
            "T",
            null,
            NAME,
            List.of(
                    new Field(NAME, "Name", null, new FieldType.SingleLineText()),
                    new Field(SECRET, "Secret", null, new FieldType.Numeric(2))),
            List.of());
    private final Shelf shelf = new Shelf(table);

    private static AirtableRecord record(String id, String name) {
        return new AirtableRecord(new RecordId("rec" + id), NOON, Map.of(NAME, new Text(name)));
    }

    private void read(Optional<ViewId> view, long mark, AirtableRecord... records) {
        var ids = List.of(records).stream().map(AirtableRecord::id).toList();
        shelf.put(view, new Listing(ids, NOON, 1, false, false, null, null), List.of(records), mark);
    }

    private List<String> names(Optional<ViewId> view) {
        return snapshot(view).records().stream()
                .map(r -> ((Text) r.cell(NAME)).text())
                .toList();
    }

    private Snapshot snapshot(Optional<ViewId> view) {
        return shelf.snapshot(view, NOON.plusSeconds(1), MINUTE).orElseThrow();
    }

    @Test
    void shouldKeepEachRecordOnceInItsLatestState() {
        read(WHOLE, 0, record("1", "one"), record("2", "two"));
        read(VIEW, 0, record("2", "two, newer"));
        assertThat(names(WHOLE)).containsExactly("one", "two, newer");
        assertThat(shelf.size()).isEqualTo(2);
    }

    @Test
    void shouldShowOwnWritesAtOnceAndReadTheViewsAnewSooner() {
        read(WHOLE, 0, record("1", "one"));
        read(VIEW, 0, record("1", "one"));
        shelf.absorb(List.of(record("1", "mine"), record("9", "new")));
        assertThat(names(WHOLE)).containsExactly("mine", "new");
        assertThat(names(VIEW)).containsExactly("mine");
        assertThat(shelf.snapshot(VIEW, NOON.plusSeconds(9), MINUTE)
                        .orElseThrow()
                        .stale())
                .isFalse();
        assertThat(shelf.snapshot(VIEW, NOON.plusSeconds(11), MINUTE)
                        .orElseThrow()
                        .stale())
                .isTrue();
        assertThat(shelf.snapshot(WHOLE, NOON.plusSeconds(11), MINUTE)
                        .orElseThrow()
                        .stale())
                .isFalse();
    }

    @Test
    void shouldNotTakeBackAnOwnWriteByAReadingThatBeganBefore() {
        read(WHOLE, 0, record("1", "one"), record("2", "two"));
        long mark = shelf.mark();
        shelf.absorb(List.of(record("1", "mine")));
        shelf.remove(new RecordId("rec2"));
        read(WHOLE, mark, record("1", "one"), record("2", "two"), record("3", "three"));
        assertThat(names(WHOLE)).containsExactly("mine", "three");
        read(WHOLE, shelf.mark(), record("1", "theirs"));
        assertThat(names(WHOLE)).containsExactly("theirs");
    }

    @Test
    void shouldNotChangeWhatItHasGivenOut() {
        read(WHOLE, 0, record("1", "one"), record("2", "two"));
        Snapshot given = snapshot(WHOLE);
        shelf.absorb(List.of(record("1", "changed")));
        shelf.remove(new RecordId("rec2"));
        assertThat(given.records()).hasSize(2).first().isEqualTo(record("1", "one"));
    }

    @Test
    void shouldStayInMemoryAfterAFailureAndSayWhy() {
        read(WHOLE, 0, record("1", "one"));
        shelf.trouble(WHOLE, new AirtableFailure.Unavailable("HTTP 503", null), NOON);
        assertThat(snapshot(WHOLE).stale()).isTrue();
        assertThat(snapshot(WHOLE).refreshFailure()).isPresent();
        assertThat(names(WHOLE)).containsExactly("one");
    }

    @Test
    void shouldCountAsFreshInProportionToItsCost() {
        shelf.put(WHOLE, new Listing(List.of(), NOON, 7, false, false, null, null), List.of(), 0);
        assertThat(shelf.snapshot(WHOLE, NOON.plusSeconds(419), MINUTE)
                        .orElseThrow()
                        .stale())
                .isFalse();
        assertThat(shelf.snapshot(WHOLE, NOON.plusSeconds(420), MINUTE)
                        .orElseThrow()
                        .stale())
                .isTrue();
        assertThat(shelf.catchUpFrom(NOON.plusSeconds(59), MINUTE)).isEmpty();
        assertThat(shelf.catchUpFrom(NOON.plusSeconds(61), MINUTE)).contains(NOON);
        assertThat(shelf.catchUpFrom(NOON.plusSeconds(100), MINUTE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ANNA, true",
        "anna k, true",
        "k anna, true",
        "é, true",
        "e, true",
        "zoë, true",
        "zoe, true",
        "strasse, true",
        "STRASSE, true",
        "1200.5, true",
        "1200, true",
        "σας, true",
        "'\"', true",
        "(), true",
        "x'); DROP, false",
        "nobody, false",
        "' ', false",
    })
    void shouldFindWordsWhateverTheirCaseAndAccents(String words, boolean found) {
        Map<FieldId, CellValue> cells = new HashMap<>();
        cells.put(NAME, new Text("Anna K. – Zoé & Zoë, Straße 5 \"()\" ΣΑΣ"));
        cells.put(SECRET, new CellValue.Numeric(new BigDecimal("1200.50")));
        read(WHOLE, 0, new AirtableRecord(new RecordId("rec1"), NOON, cells));
        SearchResult result = WordSearch.search(snapshot(WHOLE), SearchQuery.everywhere(table.id(), words, 5), NAME);
        assertThat(result.hits()).hasSize(found ? 1 : 0);
    }

    @Test
    void shouldNotFindByFieldsOrRecordsThatMayNotBeSeen() {
        Map<FieldId, CellValue> cells = new HashMap<>();
        cells.put(NAME, new Text("Anna"));
        cells.put(SECRET, new CellValue.Numeric(new BigDecimal("4711")));
        read(WHOLE, 0, new AirtableRecord(new RecordId("rec1"), NOON, cells));
        var visible = new SearchQuery(table.id(), "4711", Set.of(NAME), _ -> true, RowScope.EVERYTHING, 5);
        assertThat(WordSearch.search(snapshot(WHOLE), visible, NAME).hits()).isEmpty();
        var mixed = new SearchQuery(table.id(), "anna 4711", Set.of(NAME), _ -> true, RowScope.EVERYTHING, 5);
        assertThat(WordSearch.search(snapshot(WHOLE), mixed, NAME).hits()).isEmpty();
        var filtered = new SearchQuery(table.id(), "anna", null, _ -> false, RowScope.EVERYTHING, 5);
        assertThat(WordSearch.search(snapshot(WHOLE), filtered, NAME).hits()).isEmpty();
    }

    @Test
    void shouldPutHitsInTheNameFirstAndSayWhenThereAreMore() {
        read(WHOLE, 0, record("1", "x"), record("2", "needle two"), record("3", "a needle"));
        SearchResult result = WordSearch.search(snapshot(WHOLE), SearchQuery.everywhere(table.id(), "needle", 1), NAME);
        assertThat(result.hits()).extracting(AirtableRecord::id).containsExactly(new RecordId("rec2"));
        assertThat(result.more()).isTrue();
    }
}
