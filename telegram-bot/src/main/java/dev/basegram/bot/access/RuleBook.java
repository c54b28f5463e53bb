package dev.basegram.bot.access;

import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleHistory;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.access.rules.RuleStore;
import dev.basegram.bot.access.tables.RowProblem;
import dev.basegram.bot.access.tables.RowWrite;
import dev.basegram.bot.access.tables.RuleRows;
import dev.basegram.bot.access.tables.SettingsTables;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules as those who run the bot read and change them: rows of {@code Bot Rules} where the base has that table, else the bot's
 * own store. Blocks its thread, which should be a virtual one.
 *
 * <p>Reading, it asks nobody for rights: whoever calls it has made sure that the person runs the bot.
 */
@Singleton
public class RuleBook {
    private final Airtable airtable;
    private final RuleStore store;
    private final RuleRows rows;
    private final RuleHistory history;

    RuleBook(Airtable airtable, RuleStore store, RuleRows rows, RuleHistory history) {
        this.airtable = airtable;
        this.store = store;
        this.rows = rows;
        this.history = history;
    }

    /**
     * All rules there are.
     *
     * @param tables the base's tables that rules can be about
     * @param inBase the rules' own table; empty where they are in the bot's store
     * @param problems rows that mean nothing
     */
    public record Page(
            List<Table> tables, List<Rule> rules, List<RowProblem> problems, Optional<RuleRows.Held> inBase) {
        /** Creates copies of the lists. */
        public Page {
            tables = List.copyOf(tables);
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }

        /** Returns a table that rules can be about. */
        public Optional<Table> table(TableId id) {
            return tables.stream().filter(table -> table.id().equals(id)).findFirst();
        }

        /** Returns the page as it is once these are written. */
        public Page with(List<RuleState> written) {
            List<Rule> now = new ArrayList<>(rules);
            for (RuleState state : written) {
                now.removeIf(rule -> rule.table().equals(state.table()) && rule.role() == state.role());
                state.rule().ifPresent(now::add);
            }
            return new Page(tables, now, problems, inBase);
        }

        /** Returns what is said of a role in a table. */
        public RuleState state(TableId table, Role role) {
            return rules.stream()
                    .filter(rule -> rule.table().equals(table) && rule.role() == role)
                    .findFirst()
                    .map(RuleState::of)
                    .orElseGet(() -> RuleState.none(table, role));
        }
    }

    /** Reads the rules. */
    public Answer<Page> read(long personId) throws InterruptedException {
        Caller caller = Caller.person(Long.toString(personId));
        return switch (Waiting.await(airtable.schema(caller))) {
            case Answer.Failed<Schema>(AirtableFailure failure) -> Answer.failed(failure);
            case Answer.Ok<Schema>(Schema schema) ->
                Waiting.await(rows.read(caller, schema)).map(held -> page(schema, held));
        };
    }

    /**
     * Reads the rules as they were when a change was begun: the same change again, after a crash, must not see its own effect, or a
     * press that turns something on would turn it off.
     */
    public Answer<Page> read(long personId, long change) throws InterruptedException {
        return read(personId)
                .map(page -> history.before(personId, change).map(page::with).orElse(page));
    }

    private Page page(Schema schema, Optional<RuleRows.Held> held) {
        List<Table> tables = schema.tables().stream()
                .filter(table -> !SettingsTables.isSettings(table))
                .toList();
        return new Page(
                tables,
                held.map(RuleRows.Held::rules).orElseGet(store::all),
                held.map(RuleRows.Held::problems).orElse(List.of()),
                held);
    }

    /**
     * Changes rules on the account of who changes them, and remembers what was there before. Rules in the base are written before
     * this returns; those in the store by the writes it returns.
     *
     * @param admin the base as those see it who run the bot; of anybody else nothing is written
     * @param change names the change, and with it every row it makes: the same change again makes none twice
     */
    public Answer<List<StoreWrite>> change(
            PermittedBase admin, Actor actor, Page page, List<RuleState> wanted, long change)
            throws InterruptedException {
        if (!admin.role().isAdmin()) {
            return Answer.failed(new AirtableFailure.TableGone(wanted.getFirst().table()));
        }
        List<RuleState> before = wanted.stream()
                .map(state -> page.state(state.table(), state.role()))
                .toList();
        if (page.inBase().isEmpty()) {
            List<StoreWrite> writes = new ArrayList<>();
            wanted.forEach(state -> writes.add(store.change(actor, state)));
            writes.add(history.remember(actor.personId(), change, before));
            return Answer.ok(List.copyOf(writes));
        }
        history.rememberNow(actor.personId(), change, before);
        for (RuleState state : wanted) {
            Optional<AirtableFailure> failure = write(admin, page.inBase().get(), page, state, change);
            if (failure.isPresent()) {
                return Answer.failed(failure.get());
            }
        }
        return Answer.ok(List.of());
    }

    /** A row that gives nothing stays where it is: somebody may have written a note into it. Returns why it was not written. */
    private Optional<AirtableFailure> write(
            PermittedBase admin, RuleRows.Held held, Page page, RuleState state, long change)
            throws InterruptedException {
        Optional<Rule> rule = state.rule()
                .or(() -> page.state(state.table(), state.role()).rule().map(Rule::withoutAccess));
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        String key =
                "rule:%s:%s:%d".formatted(state.table().value(), state.role().letter(), change);
        return switch (rows.write(held, rule.get(), key)) {
            case Answer.Failed<RowWrite>(AirtableFailure failure) -> Optional.of(failure);
            case Answer.Ok<RowWrite>(RowWrite.Nothing _) -> Optional.empty();
            case Answer.Ok<RowWrite>(RowWrite write) -> admin.settings(write).reason();
        };
    }

    /** Returns what a change replaced; empty when it is not the person's last. */
    public Optional<List<RuleState>> before(long personId, long change) {
        return history.before(personId, change);
    }

    /** Asks Airtable for how many rows a formula holds; a failure says what is wrong with it. */
    public Answer<Integer> tryFormula(long personId, TableId table, String adminFormula) throws InterruptedException {
        return Waiting.await(airtable.matching(Caller.person(Long.toString(personId)), table, adminFormula))
                .map(Set::size);
    }
}
