package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Text as it is searched in: without case and accents, numbers as they are written. */
final class Folding {
    private static final char BETWEEN_CELLS = '\n';

    private Folding() {}

    /** Returns the text without case and accents. */
    static String fold(String text) {
        if (isPlain(text)) {
            return text;
        }
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = new StringBuilder(parts.length());
        parts.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        // Up and down again: some letters have two small forms (σ and ς) or a large one of two letters (ß).
        return bare.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Returns the words to look for, folded; empty for a text of white space. */
    static List<String> words(String typed) {
        return Arrays.stream(fold(typed).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    static String row(RowCells cells) {
        var text = new StringBuilder();
        cells.values().forEach(value -> append(value, text));
        return fold(text.toString());
    }

    static String cell(CellValue value) {
        var text = new StringBuilder();
        append(value, text);
        return fold(text.toString());
    }

    private static void append(CellValue value, StringBuilder to) {
        switch (value) {
            case CellValue.Text(String text) -> to.append(text);
            case CellValue.RichText(String markdown) -> to.append(markdown);
            case CellValue.Numeric(BigDecimal number) -> to.append(number.toPlainString());
            case CellValue.Date date -> to.append(date.date());
            case CellValue.DateTime time -> to.append(time.instant());
            case CellValue.Choice(String name) -> to.append(name);
            case CellValue.Choices(List<String> names) -> to.append(String.join(" ", names));
            case CellValue.Person(Collaborator person) -> to.append(person.label());
            case CellValue.People(List<Collaborator> people) ->
                people.forEach(person -> to.append(person.label()).append(' '));
            case CellValue.Barcode barcode -> to.append(barcode.text());
            case CellValue.AiText ai -> to.append(ai.text() == null ? "" : ai.text());
            case CellValue.Attachments attachments ->
                attachments.files().forEach(file -> to.append(file.filename()).append(' '));
            case CellValue.Values(List<CellValue> values) -> values.forEach(element -> append(element, to));
            case CellValue.Empty _,
                    CellValue.Checkbox _,
                    CellValue.Length _,
                    CellValue.Links _,
                    CellValue.Button _,
                    CellValue.Special _,
                    CellValue.Invalid _,
                    CellValue.Raw _ -> {
                return;
            }
        }
        to.append(BETWEEN_CELLS);
    }
}
