package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers, amounts and percentages, typed in any of the ways people write them, with an echo of what was understood. */
@Singleton
final class NumberWidget implements Widget {
    private static final BigDecimal MOST = new BigDecimal("9007199254740991");

    @Override
    public boolean fits(FieldType type) {
        return switch (type) {
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ -> true;
            default -> false;
        };
    }

    @Override
    public Ask ask(Question question) {
        Speech speech = question.speech();
        String example = example(speech, question.field().type());
        return Ask.typed(
                switch (question.field().type()) {
                    case FieldType.Percent _ -> speech.say(Phrase.ASK_PERCENT);
                    case FieldType.Currency(int _, String symbol)
                    when !symbol.isBlank() -> speech.say(Phrase.ASK_AMOUNT, symbol, example);
                    default -> speech.say(Phrase.ASK_NUMBER, example);
                });
    }

    @Override
    public Verdict readText(Question question, String text) {
        Speech speech = question.speech();
        FieldType type = question.field().type();
        Optional<BigDecimal> read = speech.numbers().parse(bare(text, type));
        if (read.isEmpty() || read.get().abs().compareTo(MOST) > 0) {
            return new Verdict.Refused(speech.say(Phrase.NEED_NUMBER, example(speech, type)));
        }
        BigDecimal typed = read.get();
        BigDecimal rounded =
                typed.setScale(Math.min(precision(type), Math.max(typed.scale(), 0)), RoundingMode.HALF_UP);
        BigDecimal stored = type instanceof FieldType.Percent ? rounded.movePointLeft(2) : rounded;
        CellValue value = new CellValue.Numeric(stored);
        String echo = CellText.withoutNames(speech).line(type, value);
        return new Verdict.Taken(new FormAnswer.Value(value), speech.say(Phrase.UNDERSTOOD, echo));
    }

    private static String example(Speech speech, FieldType type) {
        int precision = precision(type);
        return speech.numbers().exactly(new BigDecimal(precision == 0 ? "1200" : "1200.5"), precision);
    }

    /** Takes the unit away: the percent sign, or the field's currency and the usual ones. */
    private static String bare(String text, FieldType type) {
        return switch (type) {
            case FieldType.Percent _ -> text.replaceAll("[%٪]", "").strip();
            case FieldType.Currency(int _, String symbol) ->
                text.replace(symbol, "").replaceAll("[$€£¥₽₸₴]", "").strip();
            default -> text;
        };
    }

    private static int precision(FieldType type) {
        return switch (type) {
            case FieldType.Numeric(int precision) -> precision;
            case FieldType.Currency(int precision, String _) -> precision;
            case FieldType.Percent(int precision) -> precision;
            default -> 0;
        };
    }
}
