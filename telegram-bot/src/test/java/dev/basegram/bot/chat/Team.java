package dev.basegram.bot.chat;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bot's own settings tables in the base, for conversations with people of different rights. */
public final class Team {
    public static final long WORKER = 1003;

    private static final TableId PEOPLE = new TableId("tblBotPeople00001");
    private static final TableId RULES = new TableId("tblBotRules000001");
    private static final List<String> TICKS = List.of("See", "Add", "Edit", "Delete");
    private static final List<String> TEXTS =
            List.of("Table", "Role", "Rows", "Hidden", "Editable", "Required", "Form order");

    private final FakeAirtable base;

    /** Puts empty settings tables beside the tables there are. */
    public Team(FakeAirtable base, Table... tables) {
        this.base = base;
        List<Table> all = new ArrayList<>(List.of(tables));
        all.add(table(
                PEOPLE, "Bot People", Stream.of("Telegram id", "Name", "Role").toList(), List.of()));
        all.add(table(RULES, "Bot Rules", TEXTS, TICKS));
        base.replaceTables(all);
    }

    private static Table table(TableId id, String name, List<String> texts, List<String> ticks) {
        List<Field> fields = new ArrayList<>();
        texts.forEach(text -> fields.add(Workshop.field(id(id, text), text, new FieldType.MultilineText())));
        ticks.forEach(
                tick -> fields.add(Workshop.field(id(id, tick), tick, new FieldType.Checkbox("check", "greenBright"))));
        return new Table(id, name, null, fields.getFirst().id(), fields, List.of());
    }

    private static FieldId id(TableId table, String column) {
        String letters = (column.replace(" ", "") + table.value().substring(6) + "0".repeat(14)).substring(0, 14);
        return new FieldId("fld" + letters);
    }

    /** Lists the worker under a role. */
    public RecordId worker(String role) {
        return person(WORKER, "Wanda", role);
    }

    /** Lists somebody under a role. */
    public RecordId person(long id, String name, String role) {
        return base.put(
                PEOPLE,
                Map.of(
                        id(PEOPLE, "Telegram id"), new CellValue.Text(Long.toString(id)),
                        id(PEOPLE, "Name"), new CellValue.Text(name),
                        id(PEOPLE, "Role"), new CellValue.Text(role)));
    }

    /** Changes the worker's role. */
    public void changeRole(RecordId worker, String role) {
        base.set(PEOPLE, worker, id(PEOPLE, "Role"), new CellValue.Text(role));
    }

    /** Lets a role do what the ticks say with a table; further columns as in the base. */
    public Team rule(String table, String role, List<String> ticks, Map<String, String> columns) {
        Map<FieldId, CellValue> cells = new HashMap<>();
        cells.put(id(RULES, "Table"), new CellValue.Text(table));
        cells.put(id(RULES, "Role"), new CellValue.Text(role));
        ticks.forEach(tick -> cells.put(id(RULES, tick), new CellValue.Checkbox(true)));
        columns.forEach((column, text) -> cells.put(id(RULES, column), new CellValue.Text(text)));
        base.put(RULES, cells);
        return this;
    }
}
