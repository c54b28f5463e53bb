package dev.basegram.bot.access;

import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.access.rules.RuleStore;
import dev.basegram.bot.access.tables.SettingsBuilder;
import dev.basegram.bot.access.tables.SettingsTables;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bot's own settings tables in the base: which are there, and the making of those that are not. Blocks its thread, which should
 * be a virtual one. Looking, it asks nobody for rights: whoever calls it has made sure that the person runs the bot.
 */
@Singleton
public class BaseTables {
    private static final int EVERYBODY = 100_000;

    private final Airtable airtable;
    private final SchemaEdits edits;
    private final RuleStore rules;
    private final MemberStore members;

    BaseTables(Airtable airtable, SchemaEdits edits, RuleStore rules, MemberStore members) {
        this.airtable = airtable;
        this.edits = edits;
        this.rules = rules;
        this.members = members;
    }

    /**
     * One of the tables.
     *
     * @param name its name
     * @param there the table; empty where it is to be made
     */
    public record Presence(String name, Optional<Table> there) {}

    /** Returns which of the tables are there. */
    public Answer<List<Presence>> look(long personId) throws InterruptedException {
        return Waiting.await(airtable.schema(Caller.person(Long.toString(personId))))
                .map(BaseTables::presences);
    }

    private static List<Presence> presences(Schema schema) {
        return SettingsTables.WANTED.stream()
                .map(name -> new Presence(name, schema.tableNamed(name)))
                .toList();
    }

    /**
     * Makes what is missing, one table after the other; what was made before a failure stays and is gone on from.
     *
     * @param admin the base as those see it who run the bot, on whose account the rows are; of anybody else nothing is made
     */
    public Answer<List<Table>> make(PermittedBase admin) throws InterruptedException {
        if (!admin.role().isAdmin()) {
            return Answer.failed(new AirtableFailure.MissingScope(Scope.WRITE_SCHEMA));
        }
        var builder = new SettingsBuilder(new BuildingSite(airtable, edits, admin));
        List<Table> made = new ArrayList<>();
        for (Step step : List.<Step>of(
                builder::audit, () -> builder.people(members.page(0, EVERYBODY)), () -> builder.rules(rules.all()))) {
            switch (step.make()) {
                case Answer.Ok<Table>(Table table) -> made.add(table);
                case Answer.Failed<Table>(var failure) -> {
                    return Answer.failed(failure);
                }
            }
        }
        return Answer.ok(List.copyOf(made));
    }

    /** Makes one table. */
    private interface Step {
        Answer<Table> make() throws InterruptedException;
    }
}
