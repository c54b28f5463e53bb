package dev.basegram.bot.access;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds back writes to fields a person may not change and links to records they may not see, guessed ids included. */
final class LinkGuard {
    private final PermittedBase base;

    LinkGuard(PermittedBase base) {
        this.base = base;
    }

    static List<CellValue> values(Collection<CellChange> changes) {
        return changes.stream()
                .map(change -> switch (change) {
                    case CellChange.Put(CellValue value) -> value;
                    case CellChange.Links links -> new CellValue.Links(links.add());
                    default -> CellValue.empty();
                })
                .toList();
    }

    /** Returns why a write is refused; empty when it may go. */
    Optional<AirtableFailure> check(Table table, Set<FieldId> touched, Collection<CellValue> values)
            throws InterruptedException {
        for (FieldId id : touched) {
            Optional<Field> field = table.field(id).filter(f -> base.mayEdit(table, f));
            if (field.isEmpty()) {
                return Optional.of(new AirtableFailure.FieldGone(id, ""));
            }
        }
        Set<RecordId> linked = new LinkedHashSet<>();
        values.forEach(value -> {
            if (value instanceof CellValue.Links(List<RecordId> records)) {
                linked.addAll(records);
            }
        });
        return linked.isEmpty() ? Optional.empty() : check(table, touched, linked);
    }

    private Optional<AirtableFailure> check(Table table, Set<FieldId> touched, Set<RecordId> linked)
            throws InterruptedException {
        Set<RecordId> unknown = new LinkedHashSet<>(linked);
        for (FieldId id : touched) {
            if (table.field(id).map(Field::type).orElse(null) instanceof FieldType.RecordLinks links
                    && links.linkedTable() != null
                    && base.table(links.linkedTable()) instanceof Answer.Ok<Table>(Table other)) {
                switch (base.records(other, unknown)) {
                    case Answer.Ok<Map<RecordId, AirtableRecord>>(var found) -> unknown.removeAll(found.keySet());
                    case Answer.Failed<Map<RecordId, AirtableRecord>>(AirtableFailure failure) -> {
                        return Optional.of(failure);
                    }
                }
            }
        }
        return unknown.stream().findFirst().map(AirtableFailure.RecordGone::new);
    }
}
