package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the settings tables of the base, from the client's memory where it has them. */
@Singleton
public class SettingsTables {
    private static final Set<String> NAMES = Set.of(
            PeopleTable.NAME,
            RulesTable.NAME,
            AuditTable.NAME,
            SettingsTable.unfinished(PeopleTable.NAME),
            SettingsTable.unfinished(RulesTable.NAME));
    /** The tables that set-up can make, in the order in which they are shown. */
    public static final List<String> WANTED = List.of(PeopleTable.NAME, RulesTable.NAME, AuditTable.NAME);

    private static final Caller CALLER = Caller.background("access");

    private final Airtable airtable;
    private final PhoneNumbers numbers;

    /** Creates a reader over the client. */
    public SettingsTables(Airtable airtable, PhoneNumbers numbers) {
        this.numbers = numbers;
        this.airtable = airtable;
    }

    /** Tells whether a table is one of the bot's own: nobody but an admin gets to see those, whatever a rule says. */
    public static boolean isSettings(Table table) {
        return NAMES.contains(table.name());
    }

    /**
     * Returns what a row of people or rules is about, in words: the row's own first column need not tell. Empty for a row of any other
     * table, and for one that nobody has filled in.
     */
    public static Optional<String> nameOf(Table table, AirtableRecord record) {
        var row = new SettingsRow(table, record);
        if (isNamed(table, PeopleTable.NAME)) {
            return row.text("Name").or(() -> row.text("Telegram id"));
        }
        return isNamed(table, RulesTable.NAME)
                ? row.text("Table")
                        .map(about -> about
                                + row.text("Role").map(role -> " · " + role).orElse(""))
                : Optional.empty();
    }

    private static boolean isNamed(Table table, String name) {
        return table.name().equals(name) || table.name().equals(SettingsTable.unfinished(name));
    }

    /** Reads what the base says now. */
    public Uni<Answer<BaseSettings>> read() {
        return airtable.schema(CALLER).flatMap(answer -> switch (answer) {
            case Answer.Failed<Schema>(AirtableFailure failure) ->
                Uni.createFrom().item(Answer.failed(failure));
            case Answer.Ok<Schema>(Schema schema) -> read(schema);
        });
    }

    private Uni<Answer<BaseSettings>> read(Schema schema) {
        Optional<Table> people = schema.tableNamed(PeopleTable.NAME);
        Optional<Table> rules = schema.tableNamed(RulesTable.NAME);
        return rows(people)
                .flatMap(peopleRows -> rows(rules)
                        .map(ruleRows -> peopleRows.then(
                                first -> ruleRows.map(second -> settings(schema, people, first, rules, second)))));
    }

    private Uni<Answer<List<AirtableRecord>>> rows(Optional<Table> table) {
        return table.map(found -> airtable.table(CALLER, found.id()).map(answer -> answer.map(Snapshot::records)))
                .orElseGet(() -> Uni.createFrom().item(Answer.ok(List.of())));
    }

    private BaseSettings settings(
            Schema schema,
            Optional<Table> people,
            List<AirtableRecord> peopleRows,
            Optional<Table> rules,
            List<AirtableRecord> ruleRows) {
        Optional<PeopleTable.Reading> read = people.map(table -> PeopleTable.read(schema, table, peopleRows, numbers));
        Optional<RulesTable.Reading> ruled = rules.map(table -> RulesTable.read(schema, table, ruleRows));
        List<RowProblem> problems = new ArrayList<>();
        read.ifPresent(reading -> problems.addAll(reading.problems()));
        ruled.ifPresent(reading -> problems.addAll(reading.problems()));
        return new BaseSettings(
                read.map(SettingsTables::people),
                read.map(PeopleTable.Reading::byPhone).orElse(List.of()),
                ruled.map(RulesTable.Reading::rules),
                List.copyOf(problems));
    }

    /** Whoever has a row that means nothing is out, whatever the bot knows of them besides. */
    private static Map<Long, Member> people(PeopleTable.Reading reading) {
        Map<Long, Member> people = new HashMap<>(reading.members());
        reading.broken()
                .forEach(person -> people.put(
                        person,
                        new Member(
                                person,
                                Long.toString(person),
                                Role.VIEWER,
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Instant.EPOCH)));
        return Map.copyOf(people);
    }
}
