package dev.basegram.bot.chat.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.cell.CellCodec;
import dev.basegram.bot.chat.widget.FormAnswer;
import dev.basegram.bot.chat.widget.WidgetState;
import dev.basegram.bot.telegram.SentFile;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a form for our own store and reads it back, a release later too. */
final class FormCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormCodec() {}

    static String write(Form form) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", form.id())
                .put("key", form.key())
                .put("table", form.table().value())
                .put("at", form.at())
                .put("single", form.single())
                .put("shown", form.shown())
                .put("revision", form.revision());
        if (form.record() != null) {
            node.put("record", form.record().value());
        }
        node.set(
                "steps",
                CellCodec.array(form.steps().stream().map(FieldId::value).toList()));
        ObjectNode answers = node.putObject("answers");
        form.answers().forEach((field, answer) -> answers.set(field.value(), answer(answer)));
        node.set("state", state(form.state()));
        node.set("seen", CellCodec.write(form.seen()));
        if (form.conflict() != null) {
            node.set("conflict", CellCodec.write(form.conflict()));
        }
        if (form.waiting() != null) {
            node.put("waiting", form.waiting());
        }
        return node.toString();
    }

    /** Reads a form; empty for one that cannot be read any more. */
    static Optional<Form> read(String text) {
        try {
            return Optional.of(form(JSON.readTree(text)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Form form(JsonNode node) {
        Map<FieldId, FormAnswer> answers = new LinkedHashMap<>();
        node.path("answers")
                .properties()
                .forEach(entry -> answers.put(new FieldId(entry.getKey()), answer(entry.getValue())));
        return new Form(
                node.path("id").asText(),
                node.path("key").asText(),
                new TableId(node.path("table").asText()),
                node.hasNonNull("record") ? new RecordId(node.get("record").asText()) : null,
                CellCodec.list(node.get("steps"), step -> new FieldId(step.asText())),
                node.path("at").asInt(),
                node.path("single").asBoolean(),
                answers,
                state(node.path("state")),
                node.path("shown").asText(),
                CellCodec.read(node.get("seen")),
                node.hasNonNull("conflict") ? CellCodec.read(node.get("conflict")) : null,
                node.hasNonNull("waiting") ? node.get("waiting").asText() : null,
                node.path("revision").asInt());
    }

    private static ObjectNode answer(FormAnswer answer) {
        ObjectNode node = JSON.createObjectNode();
        switch (answer) {
            case FormAnswer.Value(var value) -> node.set("value", CellCodec.write(value));
            case FormAnswer.Files(List<SentFile> files) -> node.set("files", files(files));
            case FormAnswer.Skipped _ -> {}
        }
        return node;
    }

    private static FormAnswer answer(JsonNode node) {
        if (node.has("value")) {
            return new FormAnswer.Value(CellCodec.read(node.get("value")));
        }
        return node.has("files")
                ? new FormAnswer.Files(CellCodec.list(node.get("files"), FormCodec::file))
                : new FormAnswer.Skipped();
    }

    private static ObjectNode state(WidgetState state) {
        ObjectNode node = JSON.createObjectNode().put("page", state.page()).put("query", state.query());
        node.set("chosen", CellCodec.array(state.chosen()));
        node.set("files", files(state.files()));
        node.set("offered", CellCodec.array(state.offered()));
        return node;
    }

    private static WidgetState state(JsonNode node) {
        return new WidgetState(
                node.path("page").asInt(),
                node.path("query").asText(),
                CellCodec.list(node.get("chosen"), JsonNode::asText),
                CellCodec.list(node.get("files"), FormCodec::file),
                CellCodec.list(node.get("offered"), JsonNode::asText));
    }

    private static ArrayNode files(List<SentFile> files) {
        ArrayNode all = JSON.createArrayNode();
        files.forEach(file -> all.addObject()
                .put("id", file.fileId())
                .put("name", file.name())
                .put("type", file.mimeType())
                .put("size", file.size()));
        return all;
    }

    private static SentFile file(JsonNode node) {
        return new SentFile(
                node.path("id").asText(),
                node.path("name").asText(),
                node.path("type").asText(),
                node.hasNonNull("size") ? node.get("size").asLong() : null);
    }
}
