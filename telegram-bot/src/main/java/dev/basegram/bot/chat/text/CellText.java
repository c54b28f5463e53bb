package dev.basegram.bot.chat.text;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.telegram.Html;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows what is in a cell, whatever its type, computed and broken ones included. Immutable. */
public final class CellText {
    private static final String UNBROKEN = "\u00A0"; // an amount and its currency stay on one line
    private static final String NOTHING = "—";
    private static final int LONGEST_RAW = 200;

    private final Speech speech;
    private final Function<RecordId, String> names;

    /**
     * Creates a writer of cells.
     *
     * @param names gives the name of a linked record; empty where the person may not see it or it is not known
     */
    public CellText(Speech speech, Function<RecordId, String> names) {
        this.speech = speech;
        this.names = names;
    }

    /** Creates a writer of cells that counts links instead of naming them. */
    public static CellText withoutNames(Speech speech) {
        return new CellText(speech, _ -> "");
    }

    /** Returns a cell on one line, without formatting, for lists and buttons. */
    public String line(FieldType type, CellValue value) {
        return full(type, value).plain().strip().replaceAll("\\s*\\n\\s*", " ");
    }

    /** Returns a cell in full. */
    public Html full(FieldType type, CellValue value) {
        if (value.isEmpty() && !(value instanceof CellValue.Checkbox)) {
            return type instanceof FieldType.Checkbox ? Html.of("⬜️") : Html.of(NOTHING);
        }
        FieldType shown = type instanceof FieldType.Computed computed
                ? computed.resultType().orElse(type)
                : type;
        return switch (value) {
            case CellValue.RichText(String markdown) -> RichTextHtml.of(markdown);
            case CellValue.Button(String label, String url) -> url == null ? Html.of(label) : Html.link(label, url);
            case CellValue.Text(String text) when shown instanceof FieldType.Url -> Html.link(text, text);
            case CellValue.Raw(String json) -> Html.code(json).shortened(LONGEST_RAW);
            default -> Html.of(plain(shown, value));
        };
    }

    private String plain(FieldType type, CellValue value) {
        return switch (value) {
            case CellValue.Empty _ -> NOTHING;
            case CellValue.Text(String text) -> Mentions.strip(text);
            case CellValue.Numeric(BigDecimal number) -> number(type, number);
            case CellValue.Checkbox(boolean checked) -> checked ? "✅" : "⬜️";
            case CellValue.Date(var date) -> speech.dates().day(date);
            case CellValue.DateTime(var instant) -> speech.dates().moment(instant, zone(type));
            case CellValue.Length(var length) ->
                Durations.format(length, type instanceof FieldType.Duration d ? d.format() : "h:mm:ss");
            case CellValue.Choice(String name) -> dot(type, name) + name;
            case CellValue.Choices(List<String> chosen) -> String.join(", ", chosen);
            case CellValue.Person(Collaborator who) -> who.label();
            case CellValue.People(List<Collaborator> people) ->
                people.stream().map(Collaborator::label).collect(Collectors.joining(", "));
            case CellValue.Links(List<RecordId> records) -> links(records);
            case CellValue.Attachments(var files) -> files.size() + " 📎";
            case CellValue.Barcode(String text, var _) -> text;
            case CellValue.AiText ai -> ai.text() == null ? NOTHING : ai.text();
            case CellValue.Values(List<CellValue> values) ->
                values.stream().map(each -> plain(type, each)).collect(Collectors.joining(", "));
            case CellValue.Special(CellValue.Special.Kind kind) -> special(kind);
            case CellValue.Invalid(String code) -> "⚠️ " + code;
            case CellValue.RichText(String markdown) ->
                RichTextHtml.of(markdown).plain();
            case CellValue.Button button -> button.label();
            case CellValue.Raw(String json) -> json;
        };
    }

    private String number(FieldType type, BigDecimal number) {
        Numbers numbers = speech.numbers();
        return switch (type) {
            case FieldType.Numeric(int precision) -> numbers.exactly(number, precision);
            case FieldType.Currency(int precision, String symbol) ->
                symbol.isBlank()
                        ? numbers.exactly(number, precision)
                        : numbers.exactly(number, precision) + UNBROKEN + symbol.strip();
            case FieldType.Percent(int precision) -> numbers.percent(number, precision);
            case FieldType.Rating(int max, var _, var _) -> stars(number.intValue(), max);
            case FieldType.AutoNumber _ -> number.toPlainString();
            default -> numbers.upTo(number, 8);
        };
    }

    private static String stars(int given, int max) {
        int lit = Math.clamp(given, 0, max);
        return "★".repeat(lit) + "☆".repeat(max - lit);
    }

    private static String special(CellValue.Special.Kind kind) {
        return switch (kind) {
            case NAN -> NOTHING;
            case INFINITY -> "∞";
            case NEGATIVE_INFINITY -> "−∞";
        };
    }

    private ZoneId zone(FieldType type) {
        return type instanceof FieldType.DateTime(var _, var _, String zone)
                ? FieldZone.of(zone, speech.zone())
                : speech.zone();
    }

    private static String dot(FieldType type, String name) {
        List<SelectChoice> choices = type instanceof FieldType.SingleSelect select ? select.choices() : List.of();
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .map(choice -> SelectDot.of(choice.color()))
                .orElse("");
    }

    private String links(List<RecordId> records) {
        List<String> known =
                records.stream().map(names).filter(name -> !name.isEmpty()).toList();
        if (known.isEmpty()) {
            return speech.label(Phrase.LINKED_COUNT, records.size());
        }
        int unnamed = records.size() - known.size();
        return String.join(", ", known) + (unnamed == 0 ? "" : " +" + unnamed);
    }
}
