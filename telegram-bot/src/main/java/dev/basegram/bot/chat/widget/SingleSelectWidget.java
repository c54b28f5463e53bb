package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import jakarta.inject.Singleton;
import java.util.List;

/** One option of several: buttons, paged and narrowed by typing where there are many. Never makes a new option. */
@Singleton
final class SingleSelectWidget implements Widget {
    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.SingleSelect;
    }

    @Override
    public Ask ask(Question question) {
        ChoicePages pages = new ChoicePages(names(question), question.state());
        CellText cells = CellText.withoutNames(question.speech());
        return new Ask(
                question.speech().say(Phrase.ASK_CHOICE_LONG),
                pages.rows(
                        FormPress.Kind.CHOOSE,
                        i -> cells.line(
                                question.field().type(),
                                new CellValue.Choice(names(question).get(i))),
                        question.speech()),
                false);
    }

    private static List<String> names(Question question) {
        return question.field().type() instanceof FieldType.SingleSelect(List<SelectChoice> choices)
                ? choices.stream().map(SelectChoice::name).toList()
                : List.of();
    }

    @Override
    public Verdict readText(Question question, String text) {
        List<String> names = names(question);
        List<Integer> named = new ChoicePages(names, question.state()).named(text);
        return switch (named.size()) {
            case 0 -> new Verdict.Refused(question.speech().say(Phrase.NO_SUCH_CHOICE, ChoicePages.words(text)));
            case 1 -> Verdict.taken(new CellValue.Choice(names.get(named.getFirst())));
            default -> new Verdict.GoOn(question.state().withQuery(ChoicePages.words(text)));
        };
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        List<String> names = names(question);
        return switch (press.kind()) {
            case CHOOSE ->
                press.index() < names.size()
                        ? Verdict.taken(new CellValue.Choice(names.get(press.index())))
                        : new Verdict.GoOn(question.state());
            case PAGE -> new Verdict.GoOn(question.state().withPage(press.index()));
            case CLEAR -> new Verdict.GoOn(question.state().withQuery(""));
            default -> new Verdict.GoOn(question.state());
        };
    }
}
