package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.text.Phrase;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Text of one line or many, plain or formatted, and bar codes. */
@Singleton
final class TextWidget implements Widget {
    private static final int LONGEST = 100_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    @Override
    public boolean fits(FieldType type) {
        return switch (type) {
            case FieldType.SingleLineText _, FieldType.MultilineText _, FieldType.RichText _, FieldType.Barcode _ ->
                true;
            default -> false;
        };
    }

    @Override
    public Ask ask(Question question) {
        return Ask.typed(question.speech().say(Phrase.ASK_TEXT));
    }

    @Override
    public Verdict readText(Question question, String typed) {
        // What nobody can see or type would only spoil the cell.
        String text = CONTROL.matcher(typed).replaceAll("").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Verdict.Refused(question.speech().say(Phrase.NEED_TEXT));
        }
        return Verdict.taken(
                switch (question.field().type()) {
                    case FieldType.RichText _ -> new CellValue.RichText(text);
                    case FieldType.Barcode _ -> new CellValue.Barcode(text, null);
                    case FieldType.SingleLineText _ -> new CellValue.Text(text.replaceAll("\\s*\\n\\s*", " "));
                    default -> new CellValue.Text(text);
                });
    }
}
