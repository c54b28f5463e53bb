package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the settings tables and copies into them what the bot's own store holds.
 *
 * <p>A table counts from the moment it has its name, so it is filled under another and renamed last. Cut off anywhere, it goes on
 * where it was: what is there already, tables, columns and rows, is not made again.
 */
public final class SettingsBuilder {
    private final Airtable airtable;
    private final SchemaEdits edits;
    private final RuleRows ruleRows;
    private final Caller caller;

    /** Creates a builder that asks in somebody's name. */
    public SettingsBuilder(Airtable airtable, SchemaEdits edits, RuleRows ruleRows, Caller caller) {
        this.airtable = airtable;
        this.edits = edits;
        this.ruleRows = ruleRows;
        this.caller = caller;
    }

    /** Makes the audit's table, or completes it. */
    public Uni<Answer<Table>> audit() {
        return schema().flatMap(answer -> then(answer, schema -> ready(schema, AuditTable.definition())));
    }

    /** Makes the rules' table out of the bot's own rules; one that is there already is completed and keeps its own. */
    public Uni<Answer<Table>> rules(List<Rule> own) {
        return build(RulesTable.definition(), (schema, table) -> fillRules(schema, table, own));
    }

    /** Makes the people's table likewise. */
    public Uni<Answer<Table>> people(List<Member> own) {
        Optional<TableId> record = own.stream()
                .flatMap(member -> member.own().stream())
                .map(Member.OwnRecord::table)
                .findFirst();
        return build(PeopleCells.definition(record), (schema, table) -> fillPeople(schema, table, own));
    }

    private interface Fill {
        Uni<Answer<Table>> into(Schema schema, Table table);
    }

    private Uni<Answer<Table>> build(NewTable wanted, Fill fill) {
        var unfinished = new NewTable(SettingsTable.unfinished(wanted.name()), wanted.description(), wanted.fields());
        return schema().flatMap(answer -> then(answer, schema -> {
            if (schema.tableNamed(wanted.name()).isPresent()) {
                return ready(schema, wanted);
            }
            return ready(schema, unfinished)
                    .flatMap(made ->
                            then(made, table -> schema().flatMap(fresh -> then(fresh, now -> fill.into(now, table)))))
                    .flatMap(filled -> then(filled, table -> edits.rename(caller, table.id(), wanted.name())));
        }));
    }

    /** Returns the table with every column that it should have. */
    private Uni<Answer<Table>> ready(Schema schema, NewTable wanted) {
        Optional<Table> there = schema.tableNamed(wanted.name());
        return there.isEmpty()
                ? edits.createTable(caller, wanted).flatMap(made -> then(made, table -> completed(table, wanted)))
                : completed(there.get(), wanted);
    }

    private Uni<Answer<Table>> completed(Table table, NewTable wanted) {
        Optional<NewField> missing = wanted.fields().stream()
                .filter(field -> table.fieldNamed(field.name()).isEmpty())
                .findFirst();
        return missing.isEmpty()
                ? Uni.createFrom().item(Answer.ok(table))
                : edits.addField(caller, table.id(), missing.get())
                        .flatMap(made -> then(made, more -> completed(more, wanted)));
    }

    private Uni<Answer<Table>> fillRules(Schema schema, Table table, List<Rule> own) {
        return ruleRows.readAnew(caller, schema, table)
                .flatMap(answer -> then(answer, held -> {
                    List<Uni<Answer<Table>>> writes = new ArrayList<>();
                    for (Rule rule : own) {
                        boolean there = held.rows().containsKey(new RuleRows.Slot(rule.table(), rule.role()));
                        if (!there && schema.table(rule.table()).isPresent()) {
                            String key = "copy:%s:%s:%s"
                                    .formatted(
                                            table.id().value(),
                                            rule.table().value(),
                                            rule.role().letter());
                            writes.add(ruleRows.put(caller, held, rule, key).map(written -> written.map(_ -> table)));
                        }
                    }
                    return all(writes, table);
                }));
    }

    private Uni<Answer<Table>> fillPeople(Schema schema, Table table, List<Member> own) {
        return airtable.refresh(caller, table.id(), Optional.empty())
                .flatMap(answer -> then(answer, rows -> {
                    Set<String> there = ids(table, rows);
                    var cells = new PeopleCells(table, schema);
                    List<Uni<Answer<Table>>> writes = own.stream()
                            .filter(member -> !there.contains(Long.toString(member.personId())))
                            .map(member -> {
                                String key = "copy:%s:%d".formatted(table.id().value(), member.personId());
                                return airtable.create(caller, new NewRecord(table.id(), cells.of(member), key))
                                        .map(made -> made.map(_ -> table));
                            })
                            .toList();
                    return all(writes, table);
                }));
    }

    private static Set<String> ids(Table table, Snapshot rows) {
        return rows.records().stream()
                .flatMap((AirtableRecord row) -> new SettingsRow(table, row).text("Telegram id").stream())
                .collect(Collectors.toSet());
    }

    /** Sends writes together, so that the client can join them, and gives the first failure if there is one. */
    private static Uni<Answer<Table>> all(List<Uni<Answer<Table>>> writes, Table table) {
        if (writes.isEmpty()) {
            return Uni.createFrom().item(Answer.ok(table));
        }
        return Uni.join()
                .all(writes)
                .andFailFast()
                .map(answers -> answers.stream()
                        .filter(answer -> !answer.isOk())
                        .findFirst()
                        .orElseGet(() -> Answer.ok(table)));
    }

    private Uni<Answer<Schema>> schema() {
        return airtable.refreshSchema(caller);
    }

    private static <T, R> Uni<Answer<R>> then(Answer<T> answer, Function<T, Uni<Answer<R>>> next) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> next.apply(value);
            case Answer.Failed<T>(var failure) -> Uni.createFrom().item(Answer.failed(failure));
        };
    }
}
