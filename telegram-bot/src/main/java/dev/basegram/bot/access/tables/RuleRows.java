package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code Bot Rules}, read, and what it takes to write them, one rule at a time. */
@Singleton
public class RuleRows {
    private final Airtable airtable;

    /** Creates a reader over the client. */
    public RuleRows(Airtable airtable) {
        this.airtable = airtable;
    }

    /** What one row is about. */
    public record Slot(TableId table, Role role) {}

    /**
     * The table as it stands.
     *
     * @param table {@code Bot Rules} itself
     * @param rows where each rule is
     * @param lacking columns that have to be there before a rule can be written
     */
    public record Held(
            Schema schema,
            Table table,
            List<Rule> rules,
            List<RowProblem> problems,
            Map<Slot, RecordId> rows,
            List<String> lacking) {
        /** Creates copies of the collections. */
        public Held {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
            rows = Map.copyOf(rows);
            lacking = List.copyOf(lacking);
        }

        private Optional<Rule> rule(Slot slot) {
            return rules.stream()
                    .filter(rule -> new Slot(rule.table(), rule.role()).equals(slot))
                    .findFirst();
        }
    }

    /** Reads the table, from memory where it is; empty where the base has none. */
    public Uni<Answer<Optional<Held>>> read(Caller caller, Schema schema) {
        Optional<Table> table = schema.tableNamed(RulesTable.NAME);
        return table.isEmpty()
                ? Uni.createFrom().item(Answer.ok(Optional.empty()))
                : airtable.table(caller, table.get().id())
                        .map(answer -> answer.map(rows -> Optional.of(held(schema, table.get(), rows))));
    }

    private static Held held(Schema schema, Table table, Snapshot rows) {
        RulesTable.Reading reading = RulesTable.read(schema, table, rows.records());
        return new Held(
                schema, table, reading.rules(), reading.problems(), reading.rows(), new RuleCells(table).lacking());
    }

    /**
     * Returns how to write a rule into its row, touching the cells that change and no other, or into a new one; {@link
     * AirtableFailure.TableGone} when the table it is about is gone.
     *
     * @param key names the new row once and for all
     */
    public Answer<RowWrite> write(Held held, Rule rule, String key) {
        return held.schema()
                .table(rule.table())
                .map(about -> Answer.ok(write(held, rule, about, key)))
                .orElseGet(() -> Answer.failed(new AirtableFailure.TableGone(rule.table())));
    }

    private static RowWrite write(Held held, Rule rule, Table about, String key) {
        var cells = new RuleCells(held.table());
        Slot slot = new Slot(rule.table(), rule.role());
        RecordId row = held.rows().get(slot);
        if (row == null) {
            return new RowWrite.Create(new NewRecord(held.table().id(), cells.of(rule, about), key));
        }
        Map<FieldId, CellValue> changed = new HashMap<>(cells.of(rule, about));
        held.rule(slot)
                .ifPresent(
                        old -> changed.entrySet().removeAll(cells.of(old, about).entrySet()));
        return changed.isEmpty()
                ? new RowWrite.Nothing()
                : new RowWrite.Change(RecordChange.put(held.table().id(), row, changed));
    }
}
