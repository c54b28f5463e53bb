package dev.basegram.bot.airtable.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a field's type and options ({@code airtable.com/developers/web/api/field-model}). */
final class FieldTypeReader {
    private static final int MOST_DECIMALS = 8;
    private static final int MOST_STARS = 10;

    private FieldTypeReader() {}

    static FieldType read(String type, @Nullable JsonNode given) {
        JsonNode options = given == null || given.isNull() ? MissingNode.getInstance() : given;
        return switch (type) {
            case "singleLineText" -> new FieldType.SingleLineText();
            case "multilineText" -> new FieldType.MultilineText();
            case "richText" -> new FieldType.RichText();
            case "email" -> new FieldType.Email();
            case "url" -> new FieldType.Url();
            case "phoneNumber" -> new FieldType.PhoneNumber();
            case "number" -> new FieldType.Numeric(precision(options));
            case "currency" -> new FieldType.Currency(precision(options), Json.text(options, "symbol", ""));
            case "percent" -> new FieldType.Percent(precision(options));
            case "duration" -> new FieldType.Duration(Json.text(options, "durationFormat", "h:mm:ss"));
            case "rating" ->
                new FieldType.Rating(
                        options.path("max").asInt(MOST_STARS),
                        Json.text(options, "icon", "star"),
                        Json.text(options, "color", ""));
            case "checkbox" ->
                new FieldType.Checkbox(Json.text(options, "icon", "check"), Json.text(options, "color", ""));
            case "date" -> new FieldType.Date(dateFormat(options));
            case "dateTime" ->
                new FieldType.DateTime(
                        dateFormat(options),
                        Json.text(options.path("timeFormat"), "format", "HH:mm"),
                        Json.text(options, "timeZone", "utc"));
            case "singleSelect" -> new FieldType.SingleSelect(choices(options));
            case "multipleSelects" -> new FieldType.MultipleSelects(choices(options));
            case "singleCollaborator" -> new FieldType.SingleCollaborator();
            case "multipleCollaborators" -> new FieldType.MultipleCollaborators();
            case "multipleRecordLinks" -> links(options);
            case "multipleAttachments" ->
                new FieldType.Attachments(options.path("isReversed").asBoolean());
            case "barcode" -> new FieldType.Barcode();
            default -> computed(type, options);
        };
    }

    private static FieldType computed(String type, JsonNode options) {
        return switch (type) {
            case "formula" ->
                new FieldType.Formula(
                        Json.text(options, "formula", ""), valid(options), referenced(options), result(options));
            case "rollup" ->
                new FieldType.Rollup(
                        field(options, "recordLinkFieldId"),
                        field(options, "fieldIdInLinkedTable"),
                        valid(options),
                        result(options));
            case "multipleLookupValues", "lookup" ->
                new FieldType.Lookup(
                        field(options, "recordLinkFieldId"),
                        field(options, "fieldIdInLinkedTable"),
                        valid(options),
                        result(options));
            case "count" -> new FieldType.Count(field(options, "recordLinkFieldId"), valid(options));
            case "autoNumber" -> new FieldType.AutoNumber();
            case "createdTime" -> new FieldType.CreatedTime(result(options));
            case "lastModifiedTime" -> new FieldType.LastModifiedTime(result(options), referenced(options));
            case "createdBy" -> new FieldType.CreatedBy();
            case "lastModifiedBy" -> new FieldType.LastModifiedBy();
            case "button" -> new FieldType.Button();
            case "aiText" -> new FieldType.AiText();
            case "externalSyncSource" -> new FieldType.ExternalSyncSource(choices(options));
            default -> new FieldType.Unknown(type, options.isMissingNode() ? null : options.toString());
        };
    }

    private static int precision(JsonNode options) {
        return options.path("precision").asInt(MOST_DECIMALS);
    }

    private static DateFormat dateFormat(JsonNode options) {
        JsonNode format = options.path("dateFormat");
        return new DateFormat(
                Json.text(format, "name", DateFormat.ISO.name()),
                Json.text(format, "format", DateFormat.ISO.pattern()));
    }

    private static List<SelectChoice> choices(JsonNode options) {
        List<SelectChoice> choices = new ArrayList<>();
        for (JsonNode choice : options.path("choices")) {
            String name = Json.text(choice, "name");
            if (name != null) {
                choices.add(new SelectChoice(Json.text(choice, "id", ""), name, Json.text(choice, "color")));
            }
        }
        return choices;
    }

    private static FieldType links(JsonNode options) {
        String table = Json.text(options, "linkedTableId");
        String view = Json.text(options, "viewIdForRecordSelection");
        return new FieldType.RecordLinks(
                table == null || !TableId.isValid(table) ? null : new TableId(table),
                options.path("isReversed").asBoolean(),
                options.path("prefersSingleRecordLink").asBoolean(),
                field(options, "inverseLinkFieldId"),
                view == null || !ViewId.isValid(view) ? null : new ViewId(view));
    }

    private static boolean valid(JsonNode options) {
        return options.path("isValid").asBoolean(true);
    }

    private static @Nullable FieldId field(JsonNode options, String member) {
        String id = Json.text(options, member);
        return id == null || !FieldId.isValid(id) ? null : new FieldId(id);
    }

    private static List<FieldId> referenced(JsonNode options) {
        List<FieldId> fields = new ArrayList<>();
        for (JsonNode id : options.path("referencedFieldIds")) {
            if (id.isTextual() && FieldId.isValid(id.textValue())) {
                fields.add(new FieldId(id.textValue()));
            }
        }
        return fields;
    }

    private static @Nullable FieldType result(JsonNode options) {
        JsonNode result = options.path("result");
        String type = Json.text(result, "type");
        return type == null ? null : read(type, result.get("options"));
    }
}
