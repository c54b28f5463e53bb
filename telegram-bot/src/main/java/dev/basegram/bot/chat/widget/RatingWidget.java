package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.Phrase;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Stars: a row of them. */
@Singleton
final class RatingWidget implements Widget {
    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.Rating;
    }

    private static int max(Question question) {
        return question.field().type() instanceof FieldType.Rating rating ? rating.max() : 0;
    }

    @Override
    public Ask ask(Question question) {
        List<Ask.Choice> stars = IntStream.rangeClosed(1, max(question))
                .mapToObj(i -> new Ask.Choice(i + " ★", new FormPress(FormPress.Kind.CHOOSE, i)))
                .toList();
        return Ask.grid(question.speech().say(Phrase.ASK_RATING, max(question)), 5, stars);
    }

    @Override
    public Verdict readText(Question question, String text) {
        long lit = text.codePoints().filter(c -> c == '★' || c == '⭐').count();
        String digits = text.replaceAll("[★☆⭐\\uFE0F]", "").strip();
        return given(question, digits.isEmpty() ? (int) lit : whole(question, digits));
    }

    private static int whole(Question question, String digits) {
        BigDecimal number = question.speech().numbers().parse(digits).orElse(BigDecimal.ZERO);
        boolean fits = number.compareTo(BigDecimal.valueOf(max(question))) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        return fits ? number.intValueExact() : 0;
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        return press.kind() == FormPress.Kind.CHOOSE
                ? given(question, press.index())
                : new Verdict.GoOn(question.state());
    }

    private static Verdict given(Question question, int stars) {
        return stars >= 1 && stars <= max(question)
                ? Verdict.taken(CellValue.Numeric.of(stars))
                : new Verdict.Refused(question.speech().say(Phrase.ASK_RATING, max(question)));
    }
}
