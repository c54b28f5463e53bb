package dev.basegram.bot.access;

import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditEntry.Operation;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.CreationIntents;
import dev.basegram.bot.access.audit.IntendedCells;
import dev.basegram.bot.access.audit.IntendedRecord;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.StoreWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the account in the audit log. Before a write is sent it goes to disk, a change with what it is about to replace: handled again
 * after a crash, or by nobody, the write may have happened already, and nothing else would tell.
 */
final class AuditTrail implements Trail {
    private final Actor actor;
    private final PermittedBase everything;
    private final AuditLog log;
    private final CreationIntents creations;
    private final AuditEntries entries;
    private final Instant now;
    private final List<StoreWrite> writes = new ArrayList<>();
    private final Map<String, Integer> changed = new HashMap<>();

    /**
     * Begins an account.
     *
     * @param everything the base as one sees it who may see all of it
     */
    AuditTrail(
            Actor actor,
            PermittedBase everything,
            AuditLog log,
            CreationIntents creations,
            ValueWords words,
            Instant now) {
        this.actor = actor;
        this.everything = everything;
        this.log = log;
        this.creations = creations;
        this.entries = new AuditEntries(actor, everything, log, words, now);
        this.now = now;
    }

    @Override
    public List<Creating> creating(List<NewRecord> records) throws InterruptedException {
        List<IntendedRecord> intended = new ArrayList<>();
        for (NewRecord record : records) {
            Optional<Table> table = everything.table(record.table()).found();
            String cells = table.isEmpty() ? "{}" : IntendedCells.write(table.get(), record.cells());
            intended.add(
                    new IntendedRecord(record.key(), now, actor.personId(), entries.name(), record.table(), cells));
        }
        Set<String> before = creations.intend(intended, AuditLeftovers.SETTLED_AFTER);
        return records.stream()
                .map(record -> (Creating) new Made(record, before.contains(record.key())))
                .toList();
    }

    /** Notes a record that was made. */
    void noteMade(NewRecord record, AirtableRecord made) throws InterruptedException {
        String key = "new:" + record.key();
        boolean any = false;
        for (FieldId field : new TreeSet<>(record.cells().keySet())) {
            String after = entries.text(record.table(), field, made.cell(field));
            if (after != null) {
                any = true;
                writes.add(log.note(
                        entries.entry(key, Operation.CREATED, record.table(), made, Optional.of(field), null, after)));
            }
        }
        if (!any) {
            writes.add(log.note(
                    entries.entry(key, Operation.CREATED, record.table(), made, Optional.empty(), null, null)));
        }
        writes.add(creations.forget(record.key()));
    }

    @Override
    public Pending changing(TableId table, AirtableRecord now, Set<FieldId> fields, String detail)
            throws InterruptedException {
        String key = nth(actor.occasion() + ":" + now.id() + (detail.isEmpty() ? "" : ":" + detail), fields);
        List<AuditEntry> intended = new ArrayList<>();
        for (FieldId field : fields) {
            String before = entries.text(table, field, now.cell(field));
            intended.add(entries.entry(key, Operation.CHANGED, table, now, Optional.of(field), before, null));
        }
        return new Written(intended, log.intend(intended));
    }

    /** The second change of the same fields on one occasion is another one. */
    private String nth(String key, Set<FieldId> fields) {
        int nth = changed.merge(key + " " + new TreeSet<>(fields), 1, Integer::sum);
        return nth == 1 ? key : key + "#" + nth;
    }

    @Override
    public Pending deleting(TableId table, AirtableRecord now) throws InterruptedException {
        String name = null;
        Optional<Table> whole = everything.table(table).found();
        if (whole.isPresent()) {
            name = entries.text(
                    table, whole.get().primaryField(), now.cell(whole.get().primaryField()));
        }
        List<AuditEntry> intended = List.of(entries.entry(
                actor.occasion() + ":" + now.id(), Operation.DELETED, table, now, Optional.empty(), name, null));
        return new Written(intended, log.intend(intended));
    }

    @Override
    public List<StoreWrite> toSave() {
        return List.copyOf(writes);
    }

    @Override
    public void saveNow() {
        if (!writes.isEmpty()) {
            log.save(List.copyOf(writes));
        }
    }

    /** A creation on disk as intended. */
    private final class Made implements Creating {
        private final NewRecord intended;
        private final boolean before;

        /**
         * Creates it.
         *
         * @param before whether it was intended already, in a try that a crash or a neighbour cut short
         */
        Made(NewRecord intended, boolean before) {
            this.intended = intended;
            this.before = before;
        }

        @Override
        public void made(AirtableRecord record) throws InterruptedException {
            noteMade(intended, record);
        }

        @Override
        public void notMade() {
            // What an earlier try may have made is not for this one to deny: it is looked for.
            if (!before) {
                writes.add(creations.forget(intended.key()));
            }
        }
    }

    /** A write on disk as intended. */
    private final class Written implements Pending {
        private final List<AuditEntry> intended;
        private final Map<Optional<FieldId>, AuditEntry> earlier;

        /**
         * Creates it.
         *
         * @param earlier what was intended on this occasion before, in a try that a crash or a neighbour cut short
         */
        Written(List<AuditEntry> intended, Map<Optional<FieldId>, AuditEntry> earlier) {
            this.intended = intended;
            this.earlier = earlier;
        }

        @Override
        public void saved(AirtableRecord before, AirtableRecord after) throws InterruptedException {
            for (AuditEntry each : intended) {
                FieldId field = each.field().orElseThrow();
                AuditEntry first = earlier.get(each.field());
                String old = first != null ? first.before() : entries.text(each.table(), field, before.cell(field));
                AuditEntry noted = each.with(old, entries.text(each.table(), field, after.cell(field)));
                boolean same = Objects.equals(noted.before(), noted.after());
                writes.add(same ? log.forget(each) : log.note(noted));
            }
        }

        @Override
        public void deleted() {
            intended.forEach(each -> writes.add(log.note(each)));
        }

        @Override
        public void notSaved() {
            // What an earlier try may have done is not for this one to deny: it is looked into like any other leftover.
            intended.stream()
                    .filter(each -> !earlier.containsKey(each.field()))
                    .forEach(each -> writes.add(log.forget(each)));
        }
    }
}
