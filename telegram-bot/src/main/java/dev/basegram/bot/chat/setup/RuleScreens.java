package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.chat.people.RoleNames;
import dev.basegram.bot.chat.screen.Page;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.setup.SetupPress.Kind;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The screens on which rules are seen and pressed: all tables, one table, one role in it, and the lists of its fields. */
@Singleton
class RuleScreens {
    private static final int PAGE = 8;
    private static final int MOST_MINE = 12;
    private static final int MOST_VIEWS = 40;

    private final ReadOnly readOnly;

    RuleScreens(ReadOnly readOnly) {
        this.readOnly = readOnly;
    }

    Reply tables(Turn turn, RuleBook.Page page, long number) {
        Speech speech = turn.speech();
        Page<Table> shown = Page.of(page.tables(), (int) Math.min(number, Integer.MAX_VALUE), PAGE);
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.TABLES_TITLE), Html.EMPTY));
        shown.rows().forEach(table -> lines.add(Html.bold(table.name()).plus(": " + whoIn(page, table, speech))));
        List<Button> buttons = shown.rows().stream()
                .map(table -> SetupPress.of(Kind.TABLE, table.id()).button(table.name()))
                .toList();
        return Reply.show(Screen.with(Html.join("\n", lines))
                .grid(2, buttons)
                .row(turns(shown, SetupPress.of(Kind.TABLES)))
                .row(back(speech, SetupPress.of(Kind.CHECK)))
                .build());
    }

    private static String whoIn(RuleBook.Page page, Table table, Speech speech) {
        List<String> roles = RuleWords.ROLES.stream()
                .filter(role -> page.state(table.id(), role)
                        .rule()
                        .filter(Rule::givesAccess)
                        .isPresent())
                .map(role -> speech.label(RoleNames.of(role)))
                .toList();
        return roles.isEmpty() ? speech.label(Phrase.TABLES_NOBODY) : String.join(", ", roles);
    }

    private static List<Button> turns(Page<?> shown, SetupPress press) {
        List<Button> turns = new ArrayList<>();
        if (shown.hasPrevious()) {
            turns.add(press.at(shown.number() - 1).button("◀"));
        }
        if (shown.hasNext()) {
            turns.add(press.at(shown.number() + 1).button("▶"));
        }
        return turns;
    }

    private static Button back(Speech speech, SetupPress to) {
        return to.button("◀ " + speech.label(Phrase.BACK_BUTTON));
    }

    Reply table(Turn turn, RuleBook.Page page, SetupPress press) {
        Optional<Table> found = press.table().flatMap(page::table);
        if (found.isEmpty()) {
            return tables(turn, page, 0);
        }
        Table table = found.get();
        Speech speech = turn.speech();
        var words = new RuleWords(speech);
        List<Html> lines = new ArrayList<>(List.of(Html.of("📋 ").plus(Html.bold(table.name())), Html.EMPTY));
        RuleWords.ROLES.forEach(role -> lines.add(words.line(page.state(table.id(), role), table)));
        List<Button> roles = RuleWords.ROLES.stream()
                .map(role -> SetupPress.of(Kind.RULE, table.id(), role).button(RoleNames.title(speech, role)))
                .toList();
        return Reply.show(Screen.with(Html.join("\n", lines))
                .grid(2, roles)
                .row(back(speech, SetupPress.of(Kind.TABLES)))
                .build());
    }

    Screen rule(Speech speech, RuleBook.Page page, Table table, Role role) {
        Rule rule = page.state(table.id(), role).rule().orElseGet(() -> Rule.empty(table.id(), role));
        var words = new RuleWords(speech);
        List<Html> lines = new ArrayList<>();
        lines.add(Html.of("📋 ").plus(Html.bold(table.name())));
        lines.add(Html.EMPTY);
        lines.add(words.line(page.state(table.id(), role), table));
        lines.addAll(words.fields(rule, table));
        Optional<Html> closed = readOnly.why(page, speech);
        closed.ifPresent(why -> {
            lines.add(Html.EMPTY);
            lines.add(why);
        });
        Screen.Builder screen = Screen.with(Html.join("\n", lines));
        if (closed.isEmpty()) {
            press(screen, speech, rule);
        } else {
            page.inBase()
                    .ifPresent(held ->
                            screen.row(new Button.Link(speech.label(Phrase.OPEN_AIRTABLE), ReadOnly.addressOf(held))));
        }
        return screen.row(back(speech, SetupPress.of(Kind.TABLE, table.id()))).build();
    }

    private static void press(Screen.Builder screen, Speech speech, Rule rule) {
        SetupPress flag = SetupPress.of(Kind.FLAG, rule.table(), rule.role());
        screen.row(
                        flag.at(0).button(tick(rule.see()) + speech.label(Phrase.RULE_SEE)),
                        flag.at(1).button(tick(rule.add()) + speech.label(Phrase.RULE_ADD)))
                .row(
                        flag.at(2).button(tick(rule.edit()) + speech.label(Phrase.RULE_CHANGE)),
                        flag.at(3).button(tick(rule.delete()) + speech.label(Phrase.RULE_DELETE)));
        if (rule.givesAccess()) {
            screen.row(
                            SetupPress.of(Kind.ROWS, rule.table(), rule.role())
                                    .button(speech.label(Phrase.RULE_ROWS_BUTTON)),
                            SetupPress.of(Kind.HIDDEN, rule.table(), rule.role())
                                    .button(speech.label(Phrase.RULE_HIDDEN_BUTTON)))
                    .row(
                            SetupPress.of(Kind.EDITABLE, rule.table(), rule.role())
                                    .button(speech.label(Phrase.RULE_EDITABLE_BUTTON)),
                            SetupPress.of(Kind.REQUIRED, rule.table(), rule.role())
                                    .button(speech.label(Phrase.RULE_REQUIRED_BUTTON)))
                    .row(
                            SetupPress.of(Kind.ORDER, rule.table(), rule.role())
                                    .button(speech.label(Phrase.RULE_ORDER_BUTTON)),
                            SetupPress.of(Kind.NO_ACCESS, rule.table(), rule.role())
                                    .button(speech.label(Phrase.RULE_NONE_BUTTON)));
        }
    }

    private static String tick(boolean on) {
        return on ? "✅ " : "⬜ ";
    }

    Screen rows(Speech speech, Table table, Rule rule) {
        SetupPress set = SetupPress.of(Kind.ROWS_SET, table.id(), rule.role());
        List<Button> buttons = new ArrayList<>();
        buttons.add(set.at(0).button(dot(rule.rows() instanceof RowRule.All) + speech.label(Phrase.ROWS_ALL)));
        buttons.add(set.at(2).button(dot(rule.rows() instanceof RowRule.Sent) + speech.label(Phrase.ROWS_SENT)));
        Presets.candidates(table).stream()
                .limit(MOST_MINE)
                .forEach(field -> buttons.add(set.with(field.id())
                        .at(1)
                        .button(dot(rule.rows().equals(new RowRule.Mine(field.id())))
                                + speech.label(Phrase.ROWS_MINE, field.name()))));
        return Screen.with(Html.lines(
                        Html.of("📋 ").plus(Html.bold(table.name())).plus(" · " + RoleNames.title(speech, rule.role())),
                        new RuleWords(speech).rows(rule.rows(), table),
                        Html.EMPTY,
                        speech.say(Phrase.ROWS_HINT)))
                .grid(1, buttons)
                .row(
                        SetupPress.of(Kind.VIEWS, table.id(), rule.role())
                                .button(dot(rule.rows() instanceof RowRule.InView)
                                        + speech.label(Phrase.ROWS_VIEW_BUTTON)),
                        SetupPress.of(Kind.FORMULA, table.id(), rule.role())
                                .button(dot(rule.rows() instanceof RowRule.Matching)
                                        + speech.label(Phrase.ROWS_FORMULA_BUTTON)))
                .row(back(speech, SetupPress.of(Kind.RULE, table.id(), rule.role())))
                .build();
    }

    private static String dot(boolean chosen) {
        return chosen ? "● " : "";
    }

    Screen views(Speech speech, Table table, Rule rule) {
        SetupPress set = SetupPress.of(Kind.ROWS_SET, table.id(), rule.role());
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_VIEWS, table.views().size()); i++) {
            View view = table.views().get(i);
            buttons.add(set.at(RuleEdits.FIRST_VIEW + i)
                    .button(dot(rule.rows().equals(new RowRule.InView(view.id()))) + view.name()));
        }
        return Screen.with(speech.say(Phrase.ROWS_VIEW, table.name()))
                .grid(2, buttons)
                .row(back(speech, SetupPress.of(Kind.ROWS, table.id(), rule.role())))
                .build();
    }

    /**
     * Shows the fields of a table, each as a button.
     *
     * @param list the press that turns pages
     * @param each the press of a field
     * @param mark what stands before a field's name
     * @param more buttons under the list
     */
    Screen fields(
            Speech speech,
            Phrase question,
            List<Field> fields,
            SetupPress list,
            Kind each,
            Function<FieldId, String> mark,
            List<Button> more) {
        Page<Field> shown = Page.of(fields, (int) Math.min(list.number(), Integer.MAX_VALUE), PAGE);
        SetupPress press = new SetupPress(each, list.table(), list.role(), Optional.empty(), shown.number());
        List<Button> buttons = shown.rows().stream()
                .map(field -> press.with(field.id()).button(mark.apply(field.id()) + field.name()))
                .toList();
        SetupPress rule = new SetupPress(Kind.RULE, list.table(), list.role(), Optional.empty(), 0);
        return Screen.with(speech.say(question))
                .grid(1, buttons)
                .row(turns(shown, list))
                .row(more)
                .row(back(speech, rule))
                .build();
    }
}
