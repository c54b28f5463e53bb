package dev.basegram.bot.airtable.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiErrorTest {
    private static final FieldId PHOTOS = new FieldId("fldPhotos");
    private static final Table TABLE = new Table(
            new TableId("tblA"),
            "Orders",
            null,
            PHOTOS,
            List.of(
                    new Field(PHOTOS, "Photos", null, new FieldType.Attachments(false)),
                    new Field(new FieldId("fldTotal"), "Total \"net\"", null, new FieldType.Numeric(0))),
            List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":{"type":"T","message":"M"}} | T | M
            {"error":{"type":"NOT_FOUND"}} | NOT_FOUND | ``
            {"error":"NOT_FOUND"} | NOT_FOUND | ``
            {"errors":[{"error":"RATE_LIMIT_REACHED","message":"Rate limit exceeded. Please try again later"}]} | RATE_LIMIT_REACHED | Rate limit exceeded. Please try again later
            <html>Bad gateway</html> | `` | ``
            `` | `` | ``
            [] | `` | ``
            {"error":null} | `` | ``
            {"error":{"type":5,"message":[]}} | `` | ``
            """)
    void shouldReadAllShapes(String body, String type, String message) {
        assertThat(ApiError.read(422, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ApiError(422, type, message));
    }

    /** What each error of the facts means to a person, in the terms of what was asked. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            401 | AUTHENTICATION_REQUIRED | Authentication required | TokenRejected | token
            403 | INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND | Invalid permissions, or | MissingScope | data.records:write
            403 | INVALID_PERMISSIONS | You are not permitted to create records in table X (tbl) | NotPermitted | table X
            404 | NOT_FOUND | `` | RecordGone | recA
            404 | MODEL_ID_NOT_FOUND | Record not found | RecordGone | recA
            413 | REQUEST_TOO_LARGE | `` | TooLarge | large
            422 | UNKNOWN_FIELD_NAME | Unknown field name: "Photos" | FieldGone | Photos
            422 | UNKNOWN_FIELD_NAME | Unknown field name: "fldPhotos" | FieldGone | Photos
            422 | INVALID_VALUE_FOR_COLUMN | Field "Photos" cannot accept a value because the field is computed | ValueRefused | Photos
            422 | INVALID_VALUE_FOR_COLUMN | Field "Total "net"" cannot accept the provided value | ValueRefused | net
            422 | INVALID_VALUE_FOR_COLUMN | Cannot parse value "x" for field Photos | ValueRefused | Photos
            422 | INVALID_MULTIPLE_CHOICE_OPTIONS | Insufficient permissions to create new select option ""X"" | ValueRefused | no such option
            422 | INVALID_ATTACHMENT_OBJECT | Invalid attachment object for field Photos: {"x":1} | ValueRefused | Photos
            422 | ROW_DOES_NOT_EXIST | Record ID recGone does not exist in this table | RecordGone | recGone
            422 | INVALID_FILTER_BY_FORMULA | The formula for filtering records is invalid: Unknown field names: photos | FieldGone | Photos
            422 | INVALID_FILTER_BY_FORMULA | The formula for filtering records is invalid: Invalid formula. Please check your formula text. | RequestRefused | Invalid formula
            422 | VIEW_NAME_NOT_FOUND | View x not found | ViewGone | viwA
            422 | INVALID_REQUEST_UNKNOWN | Invalid request: parameter validation failed. | RequestRefused | parameter
            422 | FAILED_STATE_CHECK | x | RequestRefused | FAILED_STATE_CHECK
            400 | `` | `` | RequestRefused | 400
            418 | `` | `` | RequestRefused | 418
            """)
    void shouldTellErrorsInTheTermsOfWhatWasAsked(
            int status, String type, String message, String failure, String said) {
        Asked asked = Asked.of(new BaseId("appA"), Scope.WRITE_RECORDS, TABLE)
                .about(new RecordId("recA"))
                .in(new ViewId("viwA"));
        AirtableFailure meant = Meaning.of(new Reply.Refused<>(new ApiError(status, type, message)), asked)
                .reason()
                .orElseThrow();
        assertThat(meant.getClass().getSimpleName()).isEqualTo(failure);
        assertThat(meant.forOperator() + meant.forPerson()).contains(said);
    }
}
