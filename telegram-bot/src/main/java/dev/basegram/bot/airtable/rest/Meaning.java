package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reply means to callers: the value, or a failure in their terms. */
public final class Meaning {
    private static final Pattern FIELD = Pattern.compile(
            "(?s)(?:Unknown field names?: \"?|Field \"|for field |select option \"*|unknown field names?: )(.+?)"
                    + "(?:\"* (?:cannot|is|must)\\b.*|: \\{.*|\"*\\.?)$");
    private static final Pattern RECORD = Pattern.compile("Record ID (rec[0-9A-Za-z]+)");
    private static final Set<String> SCHEMA_TYPES = Set.of(
            "UNKNOWN_FIELD_NAME",
            "INVALID_VALUE_FOR_COLUMN",
            "INVALID_FILTER_BY_FORMULA",
            "INVALID_MULTIPLE_CHOICE_OPTIONS",
            "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
            "VIEW_NAME_NOT_FOUND",
            "TABLE_NOT_FOUND",
            "NOT_FOUND");

    private Meaning() {}

    /** Returns the value of a reply, or the failure it means. */
    public static <T> Answer<T> of(Reply<T> reply, Asked asked) {
        return switch (reply) {
            case Reply.Got<T>(T value) -> Answer.ok(value);
            case Reply.Refused<T>(ApiError error) -> Answer.failed(refused(error, asked));
            case Reply.TooMany<T> _ -> throw new IllegalStateException("the gate keeps this to itself");
            case Reply.Spent<T>(String message) -> Answer.failed(new AirtableFailure.MonthlyCallsSpent(message));
            case Reply.Down<T> down -> Answer.failed(new AirtableFailure.Unavailable(down.reason(), down.after()));
            case Reply.Garbled<T>(String reason) -> Answer.failed(new AirtableFailure.BadAnswer(reason));
            case Reply.Unfit<T>(AirtableFailure failure) -> Answer.failed(failure);
        };
    }

    /** Tells whether an error may come of a schema that has changed since we read it. */
    public static boolean maySchemaBeOld(Reply<?> reply) {
        return reply instanceof Reply.Refused<?>(ApiError error) && SCHEMA_TYPES.contains(error.type());
    }

    private static AirtableFailure refused(ApiError error, Asked asked) {
        return switch (error.status()) {
            case 401 -> new AirtableFailure.TokenRejected();
            case 403 ->
                error.type().equals("INVALID_PERMISSIONS")
                        ? new AirtableFailure.NotPermitted(error.message())
                        : forbidden(asked);
            case 404 -> notFound(asked);
            case 413 -> new AirtableFailure.TooLarge("What was sent", 0, 0);
            case 422 -> unprocessable(error, asked);
            default -> new AirtableFailure.RequestRefused(error.status(), error.type(), error.message());
        };
    }

    /** Airtable does not tell what is missing from what may not be seen; whoever knows more corrects this. */
    private static AirtableFailure forbidden(Asked asked) {
        return new AirtableFailure.MissingScope(asked.scope());
    }

    private static AirtableFailure notFound(Asked asked) {
        if (asked.record() != null) {
            return new AirtableFailure.RecordGone(asked.record());
        }
        return asked.table() == null || asked.scope() == Scope.READ_SCHEMA
                ? new AirtableFailure.BaseNotGranted(asked.base())
                : new AirtableFailure.TableGone(asked.table().id());
    }

    private static AirtableFailure unprocessable(ApiError error, Asked asked) {
        return switch (error.type()) {
            case "UNKNOWN_FIELD_NAME" -> fieldGone(error, asked);
            case "INVALID_VALUE_FOR_COLUMN", "INVALID_ATTACHMENT_OBJECT" ->
                valueRefused(
                        error,
                        asked,
                        error.message().contains("computed") ? "is computed" : "does not take this value");
            case "INVALID_MULTIPLE_CHOICE_OPTIONS" -> valueRefused(error, asked, "has no such option");
            case "ROW_DOES_NOT_EXIST" -> rowGone(error, asked);
            case "VIEW_NAME_NOT_FOUND" ->
                asked.view() == null
                        ? new AirtableFailure.RequestRefused(error.status(), error.type(), error.message())
                        : new AirtableFailure.ViewGone(asked.view());
            case "INVALID_FILTER_BY_FORMULA" ->
                error.message().contains("nknown field name")
                        ? fieldGone(error, asked)
                        : new AirtableFailure.RequestRefused(error.status(), error.type(), error.message());
            default -> new AirtableFailure.RequestRefused(error.status(), error.type(), error.message());
        };
    }

    private static AirtableFailure fieldGone(ApiError error, Asked asked) {
        String name = named(error.message());
        return field(name, asked)
                .map(field -> new AirtableFailure.FieldGone(field.id(), field.name()))
                .orElseGet(() -> new AirtableFailure.FieldGone(null, name));
    }

    private static AirtableFailure valueRefused(ApiError error, Asked asked, String reason) {
        String name = named(error.message());
        return field(name, asked)
                .map(field -> new AirtableFailure.ValueRefused(field.id(), field.name(), reason))
                .orElseGet(() -> new AirtableFailure.ValueRefused(null, name, reason));
    }

    private static AirtableFailure rowGone(ApiError error, Asked asked) {
        Matcher matcher = RECORD.matcher(error.message());
        RecordId named = matcher.find() ? new RecordId(matcher.group(1)) : asked.record();
        return named == null
                ? new AirtableFailure.RequestRefused(error.status(), error.type(), error.message())
                : new AirtableFailure.RecordGone(named);
    }

    private static String named(String message) {
        Matcher matcher = FIELD.matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Optional<Field> field(String name, Asked asked) {
        List<Field> fields =
                Optional.ofNullable(asked.table()).map(Table::fields).orElse(List.of());
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name)
                        || field.id().value().equalsIgnoreCase(name))
                .findFirst();
    }
}
