package dev.basegram.bot.chat.browse;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records that one field of a record links to, as buttons. */
final class LinkedRecords {
    private static final int MOST = 40;

    private LinkedRecords() {}

    static Reply show(Turn turn, TableId tableId, RecordId id, FieldId fieldId) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(
                        turn.base().record(table, id, Freshness.HELD), record -> show(turn, table, record, fieldId)));
    }

    /** Returns the fields that link into tables the person may see. */
    static Set<FieldId> followable(PermittedBase base, Table table) throws InterruptedException {
        Set<FieldId> fields = new HashSet<>();
        for (Field field : table.fields()) {
            if (field.type() instanceof FieldType.RecordLinks type
                    && type.linkedTable() != null
                    && base.table(type.linkedTable()) instanceof Answer.Ok<Table>) {
                fields.add(field.id());
            }
        }
        return fields;
    }

    private static Reply show(Turn turn, Table table, AirtableRecord record, FieldId fieldId)
            throws InterruptedException {
        Optional<Field> field = table.field(fieldId);
        if (field.isEmpty()
                || !(field.get().type() instanceof FieldType.RecordLinks type)
                || type.linkedTable() == null
                || !(record.cell(fieldId) instanceof CellValue.Links(List<RecordId> linked))) {
            return Reply.show(Screen.with(turn.speech().say(Phrase.LINKS_NONE))
                    .row(back(turn, table, record))
                    .build());
        }
        TableId other = type.linkedTable();
        if (!(turn.base().table(other) instanceof Answer.Ok<Table>)) {
            // Not for this person, or gone: how many is all they may know.
            return Reply.show(Screen.with(Html.bold(field.get().name())
                            .plus(" · ")
                            .plus(turn.speech().say(Phrase.LINKED_COUNT, linked.size())))
                    .row(back(turn, table, record))
                    .build());
        }
        Map<RecordId, String> names =
                LinkNames.of(turn.base(), other, linked.stream().limit(100).toList(), turn.speech());
        return Reply.show(screen(turn, table, record, field.get(), other, linked, names));
    }

    private static Screen screen(
            Turn turn,
            Table table,
            AirtableRecord record,
            Field field,
            TableId other,
            List<RecordId> linked,
            Map<RecordId, String> names) {
        List<Button> buttons = linked.stream()
                .filter(names::containsKey)
                .limit(MOST)
                .map(id -> button(names.getOrDefault(id, ""), new Action.Open(other, id)))
                .toList();
        Html title = Html.bold(field.name()).plus(" · ").plus(turn.speech().say(Phrase.LINKED_COUNT, linked.size()));
        return Screen.with(title)
                .grid(2, buttons)
                .row(back(turn, table, record))
                .build();
    }

    private static Button back(Turn turn, Table table, AirtableRecord record) {
        return button("◀ " + turn.speech().label(Phrase.BACK_BUTTON), new Action.Open(table.id(), record.id()));
    }
}
