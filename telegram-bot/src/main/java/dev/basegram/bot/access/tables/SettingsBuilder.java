package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the settings tables and copies into them what the bot's own store holds. Blocks its thread, which should be a virtual one.
 *
 * <p>A table counts from the moment it has its name, so it is filled under another and renamed last. Cut off anywhere, it goes on
 * where it was: what is there already, tables, columns and rows, is not made again.
 */
public final class SettingsBuilder {
    private final Site site;

    /** Creates a builder. */
    public SettingsBuilder(Site site) {
        this.site = site;
    }

    /** The base that is built in, in the name and on the account of whoever builds. */
    public interface Site {
        /** Reads the schema anew. */
        Answer<Schema> schema() throws InterruptedException;

        /** Reads the rows of a table anew. */
        Answer<Snapshot> rows(Table table) throws InterruptedException;

        /** Makes a table. */
        Answer<Table> make(NewTable table) throws InterruptedException;

        /** Adds a column. */
        Answer<Table> add(Table table, NewField field) throws InterruptedException;

        /** Gives a table another name. */
        Answer<Table> rename(Table table, String name) throws InterruptedException;

        /** Makes rows together; an answer for each. */
        List<Answer<AirtableRecord>> make(List<NewRecord> rows) throws InterruptedException;
    }

    /** Makes the audit's table, or completes it. */
    public Answer<Table> audit() throws InterruptedException {
        return then(site.schema(), schema -> ready(schema, AuditTable.definition()));
    }

    /** Makes the rules' table out of the bot's own rules; one that is there already is completed and keeps its own. */
    public Answer<Table> rules(List<Rule> own) throws InterruptedException {
        return build(RulesTable.definition(), (schema, table, there) -> ruleRows(schema, table, there, own));
    }

    /** Makes the people's table likewise. */
    public Answer<Table> people(List<Member> own) throws InterruptedException {
        Optional<TableId> record = own.stream()
                .flatMap(member -> member.own().stream())
                .map(Member.OwnRecord::table)
                .findFirst();
        return build(PeopleCells.definition(record), (schema, table, there) -> peopleRows(schema, table, there, own));
    }

    /** Says which rows a table still lacks. */
    private interface Fill {
        List<NewRecord> lacking(Schema schema, Table table, Snapshot there);
    }

    /** What follows an answer. */
    private interface Step<T, R> {
        Answer<R> after(T value) throws InterruptedException;
    }

    private static <T, R> Answer<R> then(Answer<T> answer, Step<T, R> next) throws InterruptedException {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> next.after(value);
            case Answer.Failed<T>(var failure) -> Answer.failed(failure);
        };
    }

    private Answer<Table> build(NewTable wanted, Fill fill) throws InterruptedException {
        var unfinished = new NewTable(SettingsTable.unfinished(wanted.name()), wanted.description(), wanted.fields());
        return then(
                site.schema(),
                schema -> schema.tableNamed(wanted.name()).isPresent()
                        ? ready(schema, wanted)
                        : then(
                                then(ready(schema, unfinished), table -> filled(table, fill)),
                                table -> site.rename(table, wanted.name())));
    }

    /** Returns the table with every column that it should have. */
    private Answer<Table> ready(Schema schema, NewTable wanted) throws InterruptedException {
        Optional<Table> there = schema.tableNamed(wanted.name());
        return there.isPresent()
                ? completed(there.get(), wanted)
                : then(site.make(wanted), table -> completed(table, wanted));
    }

    private Answer<Table> completed(Table table, NewTable wanted) throws InterruptedException {
        Optional<NewField> missing = wanted.fields().stream()
                .filter(field -> table.fieldNamed(field.name()).isEmpty())
                .findFirst();
        return missing.isEmpty()
                ? Answer.ok(table)
                : then(site.add(table, missing.get()), more -> completed(more, wanted));
    }

    private Answer<Table> filled(Table table, Fill fill) throws InterruptedException {
        return then(
                site.schema(),
                schema -> then(site.rows(table), there -> {
                    List<NewRecord> rows = fill.lacking(schema, table, there);
                    return (rows.isEmpty() ? List.<Answer<AirtableRecord>>of() : site.make(rows))
                            .stream()
                                    .filter(answer -> !answer.isOk())
                                    .findFirst()
                                    .map(failed -> failed.map(_ -> table))
                                    .orElseGet(() -> Answer.ok(table));
                }));
    }

    private static List<NewRecord> ruleRows(Schema schema, Table table, Snapshot there, List<Rule> own) {
        Set<RuleRows.Slot> taken =
                RulesTable.read(schema, table, there.records()).rows().keySet();
        var cells = new RuleCells(table);
        List<NewRecord> rows = new ArrayList<>();
        for (Rule rule : own) {
            Optional<Table> about = schema.table(rule.table());
            if (about.isPresent() && !taken.contains(new RuleRows.Slot(rule.table(), rule.role()))) {
                String key = "copy:%s:%s:%s"
                        .formatted(
                                table.id().value(),
                                rule.table().value(),
                                rule.role().letter());
                rows.add(new NewRecord(table.id(), cells.of(rule, about.get()), key));
            }
        }
        return rows;
    }

    private static List<NewRecord> peopleRows(Schema schema, Table table, Snapshot there, List<Member> own) {
        Set<String> taken = there.records().stream()
                .flatMap((AirtableRecord row) -> new SettingsRow(table, row).text("Telegram id").stream())
                .collect(Collectors.toSet());
        var cells = new PeopleCells(table, schema);
        return own.stream()
                .filter(member -> !taken.contains(Long.toString(member.personId())))
                .map(member -> new NewRecord(
                        table.id(),
                        cells.of(member),
                        "copy:%s:%d".formatted(table.id().value(), member.personId())))
                .toList();
    }
}
