package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code Bot People}, and what it takes to write them: a row wins over what the bot keeps, so what is changed in chat is changed there. */
@Singleton
public class PeopleRows {
    private static final String BLOCKED = "blocked";

    private final Airtable airtable;

    /** Creates a reader over the client. */
    public PeopleRows(Airtable airtable) {
        this.airtable = airtable;
    }

    /**
     * Returns how to write what a person is into their row; nothing where there is none, since the bot's own store decides then.
     */
    public Uni<Answer<RowWrite>> write(Caller caller, Schema schema, long personId, Role role, boolean blocked) {
        Optional<Table> people = schema.tableNamed(PeopleTable.NAME);
        return people.isEmpty()
                ? Uni.createFrom().item(Answer.ok(new RowWrite.Nothing()))
                : airtable.table(caller, people.get().id())
                        .map(answer -> answer.then(
                                rows -> write(people.get(), rowsOf(people.get(), rows, personId), role, blocked)));
    }

    private static List<AirtableRecord> rowsOf(Table people, Snapshot rows, long personId) {
        return rows.records().stream()
                .filter(row -> new SettingsRow(people, row)
                        .text("Telegram id")
                        .filter(Long.toString(personId)::equals)
                        .isPresent())
                .toList();
    }

    private static Answer<RowWrite> write(Table people, List<AirtableRecord> rows, Role role, boolean blocked) {
        if (rows.isEmpty()) {
            return Answer.ok(new RowWrite.Nothing());
        }
        return cells(people, role, blocked)
                .<Answer<RowWrite>>map(cells -> Answer.ok(new RowWrite.Change(
                        RecordChange.put(people.id(), rows.getFirst().id(), cells))))
                .orElseGet(() -> Answer.failed(new AirtableFailure.FieldGone(null, "Role")));
    }

    private static Optional<Map<FieldId, CellValue>> cells(Table people, Role role, boolean blocked) {
        return people.fieldNamed("Role")
                .flatMap(field -> roleCell(field, role, blocked).map(cell -> {
                    Map<FieldId, CellValue> cells = new HashMap<>();
                    cells.put(field.id(), cell);
                    if (!blocked) {
                        people.fieldNamed("Active")
                                .filter(active -> active.type() instanceof FieldType.Checkbox)
                                .ifPresent(active -> cells.put(active.id(), new CellValue.Checkbox(true)));
                    }
                    return cells;
                }));
    }

    private static Optional<CellValue> roleCell(Field field, Role role, boolean blocked) {
        return switch (field.type()) {
            case FieldType.SingleSelect select ->
                select.choices().stream()
                        .map(choice -> choice.name())
                        .filter(name -> blocked
                                ? BLOCKED.equalsIgnoreCase(name.strip())
                                : PeopleTable.role(name).equals(Optional.of(role)))
                        .findFirst()
                        .map(CellValue.Choice::new);
            case FieldType.SingleLineText _, FieldType.MultilineText _ ->
                Optional.of(new CellValue.Text(blocked ? BLOCKED : SettingsTable.wordOf(role)));
            default -> Optional.empty();
        };
    }
}
