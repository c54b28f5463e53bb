package dev.basegram.sandbox.airtable.base;

import dev.basegram.sandbox.airtable.formula.ResultKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of field of the Web API (airtable.com/developers/web/api/field-model). */
public enum FieldType {
    SINGLE_LINE_TEXT("singleLineText", Shape.TEXT),
    EMAIL("email", Shape.TEXT),
    URL("url", Shape.TEXT),
    PHONE_NUMBER("phoneNumber", Shape.TEXT),
    MULTILINE_TEXT("multilineText", Shape.TEXT),
    RICH_TEXT("richText", Shape.TEXT),
    NUMBER("number", Shape.NUMBER),
    CURRENCY("currency", Shape.NUMBER),
    PERCENT("percent", Shape.NUMBER),
    DURATION("duration", Shape.NUMBER),
    RATING("rating", Shape.NUMBER),
    CHECKBOX("checkbox", Shape.OTHER),
    DATE("date", Shape.OTHER),
    DATE_TIME("dateTime", Shape.OTHER),
    SINGLE_SELECT("singleSelect", Shape.OTHER),
    MULTIPLE_SELECTS("multipleSelects", Shape.OTHER),
    SINGLE_COLLABORATOR("singleCollaborator", Shape.OTHER),
    MULTIPLE_COLLABORATORS("multipleCollaborators", Shape.OTHER),
    MULTIPLE_RECORD_LINKS("multipleRecordLinks", Shape.OTHER),
    MULTIPLE_ATTACHMENTS("multipleAttachments", Shape.OTHER),
    BARCODE("barcode", Shape.OTHER),
    FORMULA("formula", Shape.COMPUTED),
    ROLLUP("rollup", Shape.COMPUTED),
    MULTIPLE_LOOKUP_VALUES("multipleLookupValues", Shape.COMPUTED),
    COUNT("count", Shape.COMPUTED),
    AUTO_NUMBER("autoNumber", Shape.COMPUTED),
    CREATED_TIME("createdTime", Shape.COMPUTED),
    LAST_MODIFIED_TIME("lastModifiedTime", Shape.COMPUTED),
    CREATED_BY("createdBy", Shape.COMPUTED),
    LAST_MODIFIED_BY("lastModifiedBy", Shape.COMPUTED),
    BUTTON("button", Shape.COMPUTED),
    AI_TEXT("aiText", Shape.COMPUTED),
    EXTERNAL_SYNC_SOURCE("externalSyncSource", Shape.COMPUTED);

    private enum Shape {
        TEXT,
        NUMBER,
        OTHER,
        COMPUTED
    }

    private static final Map<String, FieldType> BY_API_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(FieldType::apiName, Function.identity()));

    private final String apiName;
    private final Shape shape;

    FieldType(String apiName, Shape shape) {
        this.apiName = apiName;
        this.shape = shape;
    }

    /** The type with this name in the API; empty when there is none. */
    public static Optional<FieldType> named(String apiName) {
        return Optional.ofNullable(BY_API_NAME.get(apiName));
    }

    /** The API's name, such as {@code singleLineText}. */
    public String apiName() {
        return apiName;
    }

    /** Whether the service works the value out and refuses one from outside. */
    public boolean isComputed() {
        return shape == Shape.COMPUTED;
    }

    /** Whether a cell holds text and nothing else. */
    public boolean isText() {
        return shape == Shape.TEXT;
    }

    /** Whether a cell holds a number and nothing else. */
    public boolean isNumber() {
        return shape == Shape.NUMBER;
    }

    /** What a formula sees in such a field. */
    ResultKind kind() {
        return switch (this) {
            case NUMBER, CURRENCY, PERCENT, DURATION, RATING, COUNT, AUTO_NUMBER -> ResultKind.NUMBER;
            case CHECKBOX -> ResultKind.CHECKBOX;
            case DATE -> ResultKind.DATE;
            case DATE_TIME, CREATED_TIME, LAST_MODIFIED_TIME -> ResultKind.DATE_TIME;
            default -> ResultKind.TEXT;
        };
    }
}
