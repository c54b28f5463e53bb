package dev.basegram.bot.chat.undo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.cell.CellCodec;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Change;
import dev.basegram.bot.session.SessionKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes changes to be remembered, and reads them. */
final class Changes {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A change of one field. */
    record FieldChange(FieldId field, CellValue before, CellValue after) {}

    private Changes() {}

    static String id(Turn turn) {
        return Long.toString(Math.abs(turn.update().updateId()), 36);
    }

    static Change change(
            Turn turn, Change.Kind kind, TableId table, RecordId record, String state, @Nullable Instant dueAt) {
        Long thread = turn.update().chat().threadId();
        return new Change(
                id(turn),
                new SessionKey(turn.update().chat().chatId(), thread == null ? 0 : thread, turn.personId()),
                kind,
                table.value(),
                record.value(),
                state,
                turn.now(),
                dueAt);
    }

    static String write(FieldChange change) {
        ObjectNode node = JSON.createObjectNode().put("field", change.field().value());
        node.set("before", CellCodec.write(change.before()));
        node.set("after", CellCodec.write(change.after()));
        return node.toString();
    }

    static Optional<FieldChange> read(String state) {
        try {
            JsonNode node = JSON.readTree(state);
            return Optional.of(new FieldChange(
                    new FieldId(node.path("field").asText()),
                    CellCodec.read(node.get("before")),
                    CellCodec.read(node.get("after"))));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
