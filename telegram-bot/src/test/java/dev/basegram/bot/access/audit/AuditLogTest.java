package dev.basegram.bot.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.audit.AuditEntry.Operation;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The account in the store, on both databases. */
class AuditLogTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final TableId ORDERS = new TableId("tblOrders00000001");
    private static final RecordId FIRST = new RecordId("recFirst000000001");
    private static final RecordId SECOND = new RecordId("recSecond00000001");

    @ParameterizedTest
    @EnumSource
    void anEntryNotedTwiceIsOneAndPagesRunFromTheNewest(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var log = new AuditLog(store.database());
            AuditEntry status = entry("1:a", FIRST, "Status", 7, NOW, "New", "Ready");
            log.save(List.of(log.note(status), log.note(status.with("New", "Shipped"))));
            log.save(List.of(
                    log.note(entry("2:b", SECOND, "Status", 8, NOW.plusSeconds(1), null, "New")),
                    log.note(entry("2:b", SECOND, "Total", 8, NOW.plusSeconds(1), "1", null))));

            List<AuditedChange> all = log.page(new AuditFilter.Everything(), 0, 10);
            assertThat(all).hasSize(2);
            assertThat(all.getFirst().entries()).hasSize(2);
            assertThat(all.getLast().entries()).containsExactly(status);
            assertThat(log.page(new AuditFilter.Everything(), 1, 10)).hasSize(1);
            assertThat(log.count(new AuditFilter.Everything())).isEqualTo(2);
            assertThat(log.count(new AuditFilter.By(8))).isEqualTo(1);
            assertThat(log.page(new AuditFilter.Of(ORDERS, FIRST), 0, 10))
                    .singleElement()
                    .extracting(change -> change.first().personId())
                    .isEqualTo(7L);
            assertThat(log.nameOf(8)).isEqualTo("Person 8");
            assertThat(log.nameOf(9)).isEqualTo("9");

            log.forgetOld(NOW.plus(AuditLog.KEPT_FOR).plusMillis(500));
            assertThat(log.count(new AuditFilter.Everything())).isEqualTo(1);
            assertThat(new MirrorQueue(store.database()).due(NOW.plusSeconds(60), 10))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasIntendedStaysUntilItIsNotedOrForgotten(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var log = new AuditLog(store.database());
            AuditEntry first = entry("1:a", FIRST, "Status", 7, NOW, "New", null);
            AuditEntry again = first.with("Ready", null);
            assertThat(log.intend(List.of(first))).isEmpty();
            assertThat(log.intend(List.of(again))).containsEntry(first.field(), first);
            assertThat(log.leftSince(NOW, 10)).isEmpty();
            assertThat(log.leftSince(NOW.plusSeconds(1), 10)).containsExactly(first);

            log.save(List.of(log.note(first.with("New", "Ready"))));
            assertThat(log.leftSince(NOW.plusSeconds(1), 10)).isEmpty();
            log.intend(List.of(entry("3:c", FIRST, "Status", 7, NOW, null, null)));
            log.save(List.of(log.forget(entry("3:c", FIRST, "Status", 7, NOW, null, null))));
            assertThat(log.leftSince(NOW.plusSeconds(1), 10)).isEmpty();
            assertThat(log.count(new AuditFilter.Everything())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneProcessCopiesAnEntryAndWhatFailsIsPutOffLongerEachTime(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var log = new AuditLog(store.database());
            var queue = new MirrorQueue(store.database());
            log.save(List.of(log.note(entry("1:a", FIRST, "Status", 7, NOW, "New", "Ready"))));
            Instant due = NOW.plusSeconds(20);
            assertThat(queue.due(due.minusMillis(1), 10)).isEmpty();
            List<MirrorQueue.Waiting> seen = queue.due(due, 10);

            assertThat(queue.claim(seen, due, due.plusSeconds(600))).hasSize(1);
            assertThat(queue.claim(seen, due, due.plusSeconds(600)))
                    .as("another process")
                    .isEmpty();
            queue.putOff(seen.getFirst(), due);
            assertThat(queue.due(due.plusSeconds(29), 10)).isEmpty();

            List<MirrorQueue.Waiting> second = queue.due(due.plusSeconds(30), 10);
            assertThat(second)
                    .singleElement()
                    .extracting(MirrorQueue.Waiting::attempts)
                    .isEqualTo(1);
            queue.putOff(second.getFirst(), due);
            assertThat(queue.due(due.plusSeconds(59), 10)).isEmpty();
            assertThat(queue.due(due.plusSeconds(60), 10)).hasSize(1);

            queue.copied(second.getFirst());
            assertThat(queue.due(due.plus(Duration.ofDays(1)), 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordAboutToBeMadeIsLookedForUntilItIsForgotten(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var intents = new CreationIntents(store.database());
            var first = new IntendedRecord("k1", NOW, 7, "Person 7", ORDERS, "{}");
            var second = new IntendedRecord("k2", NOW.plusSeconds(1), 7, "Person 7", ORDERS, "{}");
            var again = new IntendedRecord("k1", NOW.plusSeconds(9), 8, "Person 8", ORDERS, "{}");
            assertThat(intents.intend(List.of(first), Duration.ofMinutes(2))).isEmpty();
            assertThat(intents.intend(List.of(again, second), Duration.ofMinutes(2)))
                    .containsExactly("k1");
            assertThat(intents.due(NOW.plusSeconds(119), 10)).isEmpty();
            assertThat(intents.due(NOW.plusSeconds(121), 10)).containsExactly(first, second);

            store.database().writeNow(intents.putOff(first, NOW.plusSeconds(500)));
            assertThat(intents.due(NOW.plusSeconds(499), 10)).containsExactly(second);
            store.database().writeNow(intents.forget("k2"));
            assertThat(intents.due(NOW.plusSeconds(500), 10)).containsExactly(first);
        }
    }

    private static AuditEntry entry(
            String key, RecordId record, String field, long person, Instant at, String before, String after) {
        return new AuditEntry(
                key,
                at,
                person,
                "Person " + person,
                Operation.CHANGED,
                ORDERS,
                record,
                Optional.of(new FieldId(("fld" + field + "00000000000000").substring(0, 17))),
                null,
                before,
                after);
    }
}
