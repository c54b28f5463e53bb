package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.IdList;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Statements;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the rules of the bot's own store. Reads block their thread, which should be a virtual one. */
@Singleton
public class RuleStore {
    private final Database database;

    RuleStore(Database database) {
        this.database = database;
    }

    /** Returns the rules of a role by table. */
    public Map<TableId, Rule> of(Role role) {
        List<Rule> found = database.read(handle ->
                Statements.rows(handle, "SELECT * FROM access_rule WHERE role = ?", RuleStore::rule, role.name()));
        return found.stream().collect(Collectors.toUnmodifiableMap(Rule::table, Function.identity()));
    }

    /** Returns every rule, those of one table together. */
    public List<Rule> all() {
        return database.read(handle -> handle.createQuery("SELECT * FROM access_rule ORDER BY table_id, role")
                .map((row, _) -> rule(row))
                .list());
    }

    /** Returns the write that saves a rule in place of the one for the same table and role. */
    public StoreWrite save(Rule rule) {
        return handle -> handle.createUpdate("""
                        INSERT INTO access_rule (table_id, role, may_see, may_add, may_edit, may_delete, row_kind,
                            row_value, hidden, editable, required, form_order)
                        VALUES (:table, :role, :see, :add, :edit, :delete, :kind, :value, :hidden, :editable,
                            :required, :order)
                        ON CONFLICT (table_id, role) DO UPDATE SET may_see = excluded.may_see,
                            may_add = excluded.may_add, may_edit = excluded.may_edit,
                            may_delete = excluded.may_delete, row_kind = excluded.row_kind,
                            row_value = excluded.row_value, hidden = excluded.hidden, editable = excluded.editable,
                            required = excluded.required, form_order = excluded.form_order""")
                .bind("table", rule.table().toString())
                .bind("role", rule.role().name())
                .bind("see", bit(rule.see()))
                .bind("add", bit(rule.add()))
                .bind("edit", bit(rule.edit()))
                .bind("delete", bit(rule.delete()))
                .bind("kind", Stored.of(rule.rows()).kind())
                .bind("value", Stored.of(rule.rows()).value().orElse(null))
                .bind("hidden", IdList.write(rule.hidden()))
                .bind("editable", rule.editable().map(IdList::write).orElse(null))
                .bind("required", IdList.write(rule.required()))
                .bind("order", IdList.write(rule.formOrder()))
                .execute();
    }

    /** Returns the write that takes a rule away, and with it the access it gave. */
    public StoreWrite remove(TableId table, Role role) {
        return handle -> handle.createUpdate("DELETE FROM access_rule WHERE table_id = :table AND role = :role")
                .bind("table", table.toString())
                .bind("role", role.name())
                .execute();
    }

    private static int bit(boolean flag) {
        return flag ? 1 : 0;
    }

    /** A row rule as two columns. */
    private record Stored(String kind, Optional<String> value) {
        static Stored of(RowRule rule) {
            return switch (rule) {
                case RowRule.All _ -> new Stored("all", Optional.empty());
                case RowRule.Sent _ -> new Stored("sent", Optional.empty());
                case RowRule.Mine(FieldId field) -> new Stored("mine", Optional.of(field.toString()));
                case RowRule.InView(ViewId view) -> new Stored("view", Optional.of(view.toString()));
                case RowRule.Matching(String formula) -> new Stored("formula", Optional.of(formula));
            };
        }

        RowRule rule() {
            return switch (kind) {
                case "all" -> new RowRule.All();
                case "sent" -> new RowRule.Sent();
                case "mine" -> new RowRule.Mine(new FieldId(value.orElseThrow()));
                case "view" -> new RowRule.InView(new ViewId(value.orElseThrow()));
                case "formula" -> new RowRule.Matching(value.orElseThrow());
                default -> throw new IllegalStateException("a row rule of an unknown kind: " + kind);
            };
        }
    }

    private static Rule rule(ResultSet row) throws SQLException {
        String editable = row.getString("editable");
        return new Rule(
                new TableId(row.getString("table_id")),
                Role.valueOf(row.getString("role")),
                row.getInt("may_see") != 0,
                row.getInt("may_add") != 0,
                row.getInt("may_edit") != 0,
                row.getInt("may_delete") != 0,
                new Stored(row.getString("row_kind"), Optional.ofNullable(row.getString("row_value"))).rule(),
                Set.copyOf(IdList.read(row.getString("hidden"), FieldId::new)),
                editable == null ? Optional.empty() : Optional.of(Set.copyOf(IdList.read(editable, FieldId::new))),
                Set.copyOf(IdList.read(row.getString("required"), FieldId::new)),
                IdList.read(row.getString("form_order"), FieldId::new));
    }
}
