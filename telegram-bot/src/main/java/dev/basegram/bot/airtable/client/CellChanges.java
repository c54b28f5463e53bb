package dev.basegram.bot.airtable.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.LinkedFile;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.json.CellWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a change comes to in the cells of a record. */
final class CellChanges {
    private CellChanges() {}

    /** Returns whether the record has to be read before it is changed. */
    static boolean needsRecord(RecordChange change) {
        return !change.expected().isEmpty()
                || change.cells().values().stream().anyMatch(cell -> !(cell instanceof CellChange.Put));
    }

    /** Returns the touched fields that hold something else than expected. */
    static Set<FieldId> conflicts(RecordChange change, AirtableRecord current) {
        Set<FieldId> fields = new HashSet<>();
        change.expected().forEach((field, seen) -> {
            if (!SameValue.same(seen, current.cell(field))) {
                fields.add(field);
            }
        });
        return fields;
    }

    /**
     * Returns the cells to be written, or what is wrong with the first that cannot be.
     *
     * @param current the record as it is; null where nothing depends on it
     */
    static Answer<Map<FieldId, JsonNode>> write(
            Table table, Map<FieldId, CellChange> changes, @Nullable AirtableRecord current) {
        Map<FieldId, JsonNode> cells = new HashMap<>();
        for (Map.Entry<FieldId, CellChange> entry : changes.entrySet()) {
            Optional<Field> field = table.field(entry.getKey());
            if (field.isEmpty()) {
                return Answer.failed(new AirtableFailure.FieldGone(
                        entry.getKey(), entry.getKey().value()));
            }
            CellValue now = current == null ? CellValue.empty() : current.cell(entry.getKey());
            if (entry.getValue() instanceof CellChange.AddFiles(List<LinkedFile> files)) {
                FileAdditions.cell(now, files).ifPresent(cell -> cells.put(entry.getKey(), cell));
                continue;
            }
            CellValue value = apply(entry.getValue(), now);
            boolean differs = entry.getValue() instanceof CellChange.Put || !SameValue.same(now, value);
            if (differs) {
                Answer<JsonNode> written = CellWriter.write(field.get(), value);
                if (!(written instanceof Answer.Ok<JsonNode>(JsonNode json))) {
                    return written.map(_ -> Map.of());
                }
                cells.put(entry.getKey(), json);
            }
        }
        return Answer.ok(cells);
    }

    private static CellValue apply(CellChange change, CellValue now) {
        return switch (change) {
            case CellChange.Put(CellValue value) -> value;
            case CellChange.Links links ->
                new CellValue.Links(merge(
                        now instanceof CellValue.Links(List<RecordId> held) ? held : List.of(),
                        links.add(),
                        links.remove(),
                        id -> id));
            case CellChange.Choices choices ->
                new CellValue.Choices(merge(
                        now instanceof CellValue.Choices(List<String> held) ? held : List.of(),
                        choices.add(),
                        choices.remove(),
                        name -> name));
            case CellChange.People people ->
                new CellValue.People(merge(
                        now instanceof CellValue.People(List<Collaborator> held) ? held : List.of(),
                        people.add().stream()
                                .map(id -> new Collaborator(id, null, null))
                                .toList(),
                        people.remove(),
                        Collaborator::id));
            case CellChange.RemoveFiles(Set<String> remove) ->
                new CellValue.Attachments(merge(
                        now instanceof CellValue.Attachments(List<Attachment> held) ? held : List.of(),
                        List.of(),
                        remove,
                        Attachment::id));
            case CellChange.AddFiles _ -> now; // written by FileAdditions: what has no id yet is no value of a cell
        };
    }

    /** Keeps what is held, in its order, but for what is removed; adds what is not held yet. */
    private static <T, K> List<T> merge(List<T> held, List<T> add, Set<K> remove, Function<T, K> key) {
        Set<K> keys = new LinkedHashSet<>();
        List<T> merged = new ArrayList<>();
        for (T element : held) {
            if (!remove.contains(key.apply(element)) && keys.add(key.apply(element))) {
                merged.add(element);
            }
        }
        for (T element : add) {
            if (keys.add(key.apply(element))) {
                merged.add(element);
            }
        }
        return merged;
    }
}
