package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.Phrase;
import jakarta.inject.Singleton;
import java.util.List;

/** Any of several options: marks that go on and off, then Done. The order is the order of marking. */
@Singleton
final class MultiSelectWidget implements Widget {
    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.MultipleSelects;
    }

    @Override
    public WidgetState begin(Question question) {
        return question.answer() instanceof FormAnswer.Value(CellValue.Choices(List<String> names))
                ? WidgetState.NEW.withChosen(names)
                : WidgetState.NEW;
    }

    private static List<String> names(Question question) {
        return question.field().type() instanceof FieldType.MultipleSelects(List<SelectChoice> choices)
                ? choices.stream().map(SelectChoice::name).toList()
                : List.of();
    }

    @Override
    public Ask ask(Question question) {
        List<String> names = names(question);
        WidgetState state = question.state();
        ChoicePages pages = new ChoicePages(names, state);
        return new Ask(
                        question.speech().say(Phrase.ASK_SEVERAL),
                        pages.rows(FormPress.Kind.TOGGLE, i -> label(state, names.get(i)), question.speech()),
                        false)
                .row(List.of(new Ask.Choice(
                        "✔️ %s (%d)"
                                .formatted(
                                        question.speech().label(Phrase.DONE_BUTTON),
                                        state.chosen().size()),
                        FormPress.of(FormPress.Kind.DONE))));
    }

    private static String label(WidgetState state, String name) {
        return (state.chosen().contains(name) ? "☑️ " : "▫️ ") + name;
    }

    @Override
    public Verdict readText(Question question, String text) {
        List<String> names = names(question);
        List<Integer> named = new ChoicePages(names, question.state()).named(text);
        return switch (named.size()) {
            case 0 -> new Verdict.Refused(question.speech().say(Phrase.NO_SUCH_CHOICE, ChoicePages.words(text)));
            case 1 -> new Verdict.GoOn(question.state().toggled(names.get(named.getFirst())));
            default -> new Verdict.GoOn(question.state().withQuery(ChoicePages.words(text)));
        };
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        List<String> names = names(question);
        WidgetState state = question.state();
        return switch (press.kind()) {
            case TOGGLE ->
                new Verdict.GoOn(press.index() < names.size() ? state.toggled(names.get(press.index())) : state);
            case PAGE -> new Verdict.GoOn(state.withPage(press.index()));
            case CLEAR -> new Verdict.GoOn(state.withQuery(""));
            case DONE ->
                Verdict.taken(new CellValue.Choices(
                        state.chosen().stream().filter(names::contains).toList()));
            default -> new Verdict.GoOn(state);
        };
    }
}
