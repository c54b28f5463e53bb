package dev.basegram.bot.access;

import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditEntry.Operation;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.StoreWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the account in the audit log. Before a change is sent, what it is about to replace goes to disk: handled again after a
 * crash, the change may find its own work done already, and could no longer tell what was there before.
 */
final class AuditTrail implements Trail {
    private final Actor actor;
    private final PermittedBase everything;
    private final AuditLog log;
    private final ValueWords words;
    private final Instant now;
    private final List<StoreWrite> writes = new ArrayList<>();

    /**
     * Begins an account.
     *
     * @param everything the base as one sees it who may see all of it
     */
    AuditTrail(Actor actor, PermittedBase everything, AuditLog log, ValueWords words, Instant now) {
        this.actor = actor;
        this.everything = everything;
        this.log = log;
        this.words = words;
        this.now = now;
    }

    @Override
    public void created(TableId table, Collection<FieldId> fields, AirtableRecord made, String key)
            throws InterruptedException {
        String changeKey = "new:" + key;
        boolean any = false;
        for (FieldId field : fields) {
            String after = text(table, field, made.cell(field));
            if (after != null) {
                any = true;
                writes.add(log.note(
                        entry(changeKey, Operation.CREATED, table, made.id(), Optional.of(field), null, after)));
            }
        }
        if (!any) {
            writes.add(log.note(entry(changeKey, Operation.CREATED, table, made.id(), Optional.empty(), null, null)));
        }
    }

    @Override
    public Pending changing(TableId table, AirtableRecord now, Set<FieldId> fields, String detail)
            throws InterruptedException {
        String key = actor.occasion() + ":" + now.id() + (detail.isEmpty() ? "" : ":" + detail);
        List<AuditEntry> intended = new ArrayList<>();
        for (FieldId field : fields) {
            String before = text(table, field, now.cell(field));
            intended.add(entry(key, Operation.CHANGED, table, now.id(), Optional.of(field), before, null));
        }
        return new Written(intended, log.intend(intended));
    }

    @Override
    public Pending deleting(TableId table, AirtableRecord now) throws InterruptedException {
        String name = null;
        Optional<Table> whole = everything.table(table).found();
        if (whole.isPresent()) {
            name = text(table, whole.get().primaryField(), now.cell(whole.get().primaryField()));
        }
        List<AuditEntry> intended = List.of(entry(
                actor.occasion() + ":" + now.id(), Operation.DELETED, table, now.id(), Optional.empty(), name, null));
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

    private @Nullable String text(TableId table, FieldId id, CellValue value) throws InterruptedException {
        if (value.isEmpty()) {
            return null;
        }
        Optional<Field> field = everything.table(table).found().flatMap(found -> found.field(id));
        return field.isEmpty() ? null : words.of(everything, field.get(), value);
    }

    private AuditEntry entry(
            String key,
            Operation operation,
            TableId table,
            RecordId record,
            Optional<FieldId> field,
            @Nullable String before,
            @Nullable String after) {
        String name = actor.name().isBlank() ? log.nameOf(actor.personId()) : actor.name();
        return new AuditEntry(key, now, actor.personId(), name, operation, table, record, field, before, after);
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
                String old = first != null ? first.before() : text(each.table(), field, before.cell(field));
                AuditEntry noted = each.with(old, text(each.table(), field, after.cell(field)));
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
