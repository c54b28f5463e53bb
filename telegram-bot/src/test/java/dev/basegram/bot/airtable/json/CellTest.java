package dev.basegram.bot.airtable.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.AirtableFailure.ValueRefused;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static FieldType type(String name, String options) {
        return FieldTypeReader.read(name, options == null ? null : json(options));
    }

    private static String shown(CellValue value) {
        return switch (value) {
            case CellValue.Numeric(BigDecimal number) -> "Numeric " + number.toPlainString();
            default -> value.toString();
        };
    }

    /** Every type of the field model, as recorded or documented. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            singleLineText | | "a 'b' 😀" | Text[text=a 'b' 😀]
            email | | "a@b.c" | Text[text=a@b.c]
            url | | "https://x" | Text[text=https://x]
            phoneNumber | | "+1" | Text[text=+1]
            multilineText | | "a\\nb" | Text[text=a\\nb]
            richText | | "**b**\\n" | RichText[markdown=**b**\\n]
            number | {"precision":2} | 0 | Numeric 0
            number | {"precision":2} | 12.50 | Numeric 12.5
            number | {"precision":2} | 0.1 | Numeric 0.1
            number | | 1e3 | Numeric 1000
            number | | {"specialValue":"NaN"} | Special[kind=NAN]
            number | | {"specialValue":"-Infinity"} | Special[kind=NEGATIVE_INFINITY]
            currency | {"precision":2,"symbol":"€"} | 4650 | Numeric 4650
            percent | {"precision":1} | 0.123 | Numeric 0.123
            duration | {"durationFormat":"h:mm"} | 5400 | Length[length=PT1H30M]
            duration | {"durationFormat":"h:mm:ss.SSS"} | 1.5 | Length[length=PT1.5S]
            duration | {"durationFormat":"h:mm"} | -60 | Length[length=PT-1M]
            rating | {"max":5} | 3 | Numeric 3
            checkbox | | true | Checkbox[checked=true]
            checkbox | | false | Empty[]
            date | {"dateFormat":{"name":"iso","format":"YYYY-MM-DD"}} | "2026-02-28" | Date[date=2026-02-28]
            date | | "2026-02-31" | Raw[json="2026-02-31"]
            dateTime | {"timeZone":"utc"} | "2022-09-05T07:00:00.000Z" | DateTime[instant=2022-09-05T07:00:00Z]
            dateTime | | "2022-09-05T07:00:00.545Z" | DateTime[instant=2022-09-05T07:00:00.545Z]
            singleSelect | {"choices":[{"id":"sel1","name":"A"}]} | "A" | Choice[name=A]
            singleSelect | | {"id":"sel1","name":"A","color":"x"} | Choice[name=A]
            multipleSelects | | ["A","B"] | Choices[names=[A, B]]
            multipleSelects | | [] | Empty[]
            singleCollaborator | | {"id":"usr1","email":"e","name":"N"} | Person[collaborator=Collaborator[id=usr1, email=e, name=N]]
            multipleCollaborators | | [{"id":"usr1"}] | People[collaborators=[Collaborator[id=usr1, email=null, name=null]]]
            multipleRecordLinks | {"linkedTableId":"tblX"} | ["recA","recB"] | Links[records=[recA, recB]]
            multipleRecordLinks | | [{"id":"recA","name":"x"}] | Links[records=[recA]]
            multipleAttachments | | [{"id":"att1","url":"https://u","filename":"f.png","size":3,"type":"image/png"}] | Attachments[files=[Attachment[att1, image/png, 3 bytes]]]
            barcode | | {"text":"123","type":"upce"} | Barcode[text=123, symbology=upce]
            formula | {"result":{"type":"number","options":{"precision":0}}} | 5 | Numeric 5
            formula | {"result":{"type":"singleLineText"}} | "x" | Text[text=x]
            formula | {"result":{"type":"date"}} | "2026-01-01" | Date[date=2026-01-01]
            formula | {"result":null} | true | Checkbox[checked=true]
            formula | | {"error":"#ERROR!"} | Invalid[code=#ERROR!]
            formula | {"result":{"type":"number"}} | ["a",1] | Values[values=[Text[text=a], Numeric[value=1]]]
            rollup | {"result":{"type":"number"}} | {"specialValue":"NaN"} | Special[kind=NAN]
            rollup | | 7.5 | Numeric 7.5
            multipleLookupValues | {"result":{"type":"phoneNumber"}} | ["+1",null,{"error":"#ERROR!"}] | Values[values=[Text[text=+1], Empty[], Invalid[code=#ERROR!]]]
            multipleLookupValues | {"result":{"type":"multipleRecordLinks"}} | ["recA"] | Values[values=[Links[records=[recA]]]]
            multipleLookupValues | {"result":{"type":"number"}} | {"valuesByLinkedRecordId":{"recA":[1],"recB":[2]},"linkedRecordIds":["recB","recA"]} | Values[values=[Numeric[value=2], Numeric[value=1]]]
            count | | 3 | Numeric 3
            autoNumber | | 17 | Numeric 17
            createdTime | {"result":{"type":"dateTime","options":{"timeZone":"utc"}}} | "2026-01-01T00:00:00.000Z" | DateTime[instant=2026-01-01T00:00:00Z]
            lastModifiedTime | {"result":{"type":"date"}} | "2026-01-01" | Date[date=2026-01-01]
            createdBy | | {"id":"usr1","name":"N"} | Person[collaborator=Collaborator[id=usr1, email=null, name=N]]
            lastModifiedBy | | {"id":"usr1"} | Person[collaborator=Collaborator[id=usr1, email=null, name=null]]
            button | | {"label":"Go","url":"https://x"} | Button[label=Go, url=https://x]
            aiText | | {"state":"generated","isStale":false,"value":"v"} | AiText[state=generated, stale=false, text=v]
            aiText | | {"state":"loading","isStale":true,"value":null} | AiText[state=loading, stale=true, text=null]
            externalSyncSource | | "Source" | Choice[name=Source]
            manualSort | | 4 | Raw[json=4]
            somethingNew | {"x":1} | {"y":2} | Raw[json={"y":2}]
            number | | "a text" | Raw[json="a text"]
            singleLineText | | {"odd":true} | Raw[json={"odd":true}]
            """)
    void shouldReadEveryCell(String type, String options, String cell, String expected) {
        assertThat(shown(CellReader.read(type(type, options), json(cell)))).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void shouldReadMissingAndNullAsEmpty() {
        assertThat(CellReader.read(new FieldType.SingleLineText(), null)).isEqualTo(CellValue.empty());
        assertThat(CellReader.read(new FieldType.Numeric(2), json("null"))).isEqualTo(CellValue.empty());
    }

    private static Answer<JsonNode> write(FieldType type, CellValue value) {
        return CellWriter.write(new Field(new FieldId("fldA"), "My field", null, type), value);
    }

    private static String written(FieldType type, CellValue value) {
        return write(type, value).found().orElseThrow().toString();
    }

    @Test
    void shouldWriteEveryWritableCell() {
        assertThat(written(new FieldType.SingleLineText(), new CellValue.Text("a\"b")))
                .isEqualTo("\"a\\\"b\"");
        assertThat(written(new FieldType.RichText(), new CellValue.RichText("**x**")))
                .isEqualTo("\"**x**\"");
        assertThat(written(new FieldType.Numeric(2), new CellValue.Numeric(new BigDecimal("1200.50"))))
                .isEqualTo("1200.5");
        assertThat(written(new FieldType.Percent(0), new CellValue.Numeric(new BigDecimal("0.15"))))
                .isEqualTo("0.15");
        assertThat(written(new FieldType.Rating(5, "star", ""), CellValue.Numeric.of(5)))
                .isEqualTo("5");
        assertThat(written(new FieldType.Duration("h:mm"), new CellValue.Length(Duration.ofMinutes(90))))
                .isEqualTo("5400");
        assertThat(written(new FieldType.Duration("h:mm:ss.S"), new CellValue.Length(Duration.ofMillis(1500))))
                .isEqualTo("1.5");
        assertThat(written(new FieldType.Checkbox("", ""), new CellValue.Checkbox(false)))
                .isEqualTo("false");
        assertThat(written(type("date", null), new CellValue.Date(LocalDate.of(2026, 3, 1))))
                .isEqualTo("\"2026-03-01\"");
        assertThat(written(type("dateTime", null), new CellValue.DateTime(Instant.parse("2026-03-01T10:00:00Z"))))
                .isEqualTo("\"2026-03-01T10:00:00.000Z\"");
        assertThat(written(
                        type("singleSelect", "{\"choices\":[{\"id\":\"sel1\",\"name\":\"A\"}]}"),
                        new CellValue.Choice("A")))
                .isEqualTo("\"A\"");
        assertThat(written(type("multipleSelects", null), new CellValue.Choices(List.of("A", "B"))))
                .isEqualTo("[\"A\",\"B\"]");
        assertThat(written(
                        new FieldType.SingleCollaborator(), new CellValue.Person(new Collaborator("usr1", null, null))))
                .isEqualTo("{\"id\":\"usr1\"}");
        assertThat(written(new FieldType.Barcode(), new CellValue.Barcode("1", null)))
                .isEqualTo("{\"text\":\"1\"}");
        assertThat(written(new FieldType.Numeric(0), CellValue.empty())).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formula",
                "rollup",
                "multipleLookupValues",
                "count",
                "autoNumber",
                "createdTime",
                "lastModifiedTime",
                "createdBy",
                "lastModifiedBy",
                "button",
                "aiText",
                "externalSyncSource",
                "manualSort"
            })
    void shouldNeverWriteWhatIsComputed(String type) {
        assertThat(write(type(type, null), new CellValue.Text("x")).reason().orElseThrow())
                .isInstanceOfSatisfying(ValueRefused.class, refused -> {
                    assertThat(refused.name()).isEqualTo("My field");
                    assertThat(refused.reason()).contains("computed");
                });
    }

    @Test
    void shouldRefuseTheWrongValueForEveryType() {
        for (String name : List.of(
                "singleLineText",
                "richText",
                "number",
                "currency",
                "percent",
                "duration",
                "rating",
                "checkbox",
                "date",
                "dateTime",
                "singleSelect",
                "multipleSelects",
                "singleCollaborator",
                "multipleCollaborators",
                "multipleRecordLinks",
                "multipleAttachments",
                "barcode")) {
            CellValue wrong = new CellValue.Button("x", null);
            assertThat(write(type(name, null), wrong).reason()).as(name).isPresent();
        }
        assertThat(write(new FieldType.Rating(5, "", ""), CellValue.Numeric.of(0))
                        .reason())
                .isPresent();
        assertThat(write(new FieldType.Rating(5, "", ""), new CellValue.Numeric(new BigDecimal("2.5")))
                        .reason())
                .isPresent();
        assertThat(write(
                                type("singleSelect", "{\"choices\":[{\"id\":\"s\",\"name\":\"A\"}]}"),
                                new CellValue.Choice("a"))
                        .reason())
                .isPresent();
    }
}
