package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.Numbers;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SearchText;
import dev.basegram.bot.chat.text.Speech;
import jakarta.inject.Singleton;
import java.util.List;

/** Yes or no. */
@Singleton
final class CheckboxWidget implements Widget {
    private static final int NO = 0;
    private static final int YES = 1;
    private static final List<String> TICKED = List.of("yes", "y", "true", "+", "1", "✅", "☑", "✔", "👍");
    private static final List<String> NOT_TICKED = List.of("no", "n", "false", "-", "0", "⬜", "❌", "✖", "👎");

    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.Checkbox;
    }

    @Override
    public Ask ask(Question question) {
        Speech speech = question.speech();
        return Ask.grid(
                speech.say(Phrase.ASK_CHOICE),
                2,
                List.of(
                        new Ask.Choice("✅ " + speech.label(Phrase.YES), choose(YES)),
                        new Ask.Choice("⬜️ " + speech.label(Phrase.NO), choose(NO))));
    }

    private static FormPress choose(int index) {
        return new FormPress(FormPress.Kind.CHOOSE, index);
    }

    @Override
    public Verdict readText(Question question, String text) {
        Speech speech = question.speech();
        String word = Numbers.westernDigits(text).replaceAll("[\\p{Cf}\\uFE0F]", "");
        if (means(word, speech.label(Phrase.YES), TICKED)) {
            return Verdict.taken(new CellValue.Checkbox(true));
        }
        if (means(word, speech.label(Phrase.NO), NOT_TICKED)) {
            return Verdict.taken(new CellValue.Checkbox(false));
        }
        return new Verdict.Refused(speech.say(Phrase.NEED_BUTTON));
    }

    private static boolean means(String word, String label, List<String> others) {
        return SearchText.same(word, label.replaceAll("\\p{Cf}", ""))
                || others.stream().anyMatch(other -> SearchText.same(word, other));
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        return press.kind() == FormPress.Kind.CHOOSE && press.index() <= YES
                ? Verdict.taken(new CellValue.Checkbox(press.index() == YES))
                : new Verdict.GoOn(question.state());
    }
}
