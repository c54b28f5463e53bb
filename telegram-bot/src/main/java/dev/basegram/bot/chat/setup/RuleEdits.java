package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.access.tables.SettingsTable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.setup.SetupPress.Kind;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Session;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes one rule, one press at a time; each counts at once. */
@Singleton
class RuleEdits {
    /** The choices of rows before the views: all, mine, sent. */
    static final int FIRST_VIEW = 10;

    private static final int LONGEST_FORMULA = 4_000;

    private final RuleBook book;
    private final RuleScreens screens;
    private final ReadOnly readOnly;

    RuleEdits(RuleBook book, RuleScreens screens, ReadOnly readOnly) {
        this.book = book;
        this.screens = screens;
        this.readOnly = readOnly;
    }

    /** One press: who pressed, and the rule that it is about. */
    private record Edit(Turn turn, RuleBook.Page page, Table table, Rule rule, SetupPress press) {
        Speech speech() {
            return turn.speech();
        }

        SetupPress list(Kind kind) {
            return new SetupPress(kind, press.table(), press.role(), Optional.empty(), press.number());
        }
    }

    Reply press(Turn turn, RuleBook.Page page, SetupPress press) throws InterruptedException {
        Optional<Edit> found = edit(turn, page, press);
        if (found.isEmpty()) {
            return screens.tables(turn, page, 0);
        }
        Edit edit = found.get();
        if (press.kind() == Kind.RULE || readOnly.why(page, turn.speech()).isPresent()) {
            return Reply.show(screens.rule(turn.speech(), page, edit.table, edit.rule.role()));
        }
        return switch (press.kind()) {
            case ROWS -> Reply.show(screens.rows(edit.speech(), edit.table, edit.rule));
            case VIEWS -> Reply.show(screens.views(edit.speech(), edit.table, edit.rule));
            case FORMULA -> askFormula(edit);
            case HIDDEN -> Reply.show(hidden(edit));
            case EDITABLE -> Reply.show(editable(edit));
            case REQUIRED -> Reply.show(required(edit));
            case ORDER -> Reply.show(order(edit));
            default -> change(edit);
        };
    }

    private static Optional<Edit> edit(Turn turn, RuleBook.Page page, SetupPress press) {
        Optional<Role> role = press.role().filter(RuleWords.ROLES::contains);
        return press.table()
                .flatMap(page::table)
                .flatMap(table -> role.map(each -> new Edit(
                        turn,
                        page,
                        table,
                        page.state(table.id(), each).rule().orElseGet(() -> Rule.empty(table.id(), each)),
                        press)));
    }

    private Reply change(Edit edit) throws InterruptedException {
        Rule rule = edit.rule;
        Optional<FieldId> field =
                edit.press.field().filter(id -> edit.table.field(id).isPresent());
        return switch (edit.press.kind()) {
            case FLAG -> save(edit, flipped(rule, edit.press.number()), this::ruleScreen);
            case ROWS_SET -> {
                Optional<RowRule> rows = rows(edit);
                yield rows.isPresent() ? save(edit, rule.about(rows.get()), this::ruleScreen) : ruleReply(edit);
            }
            case HIDE -> toggle(edit, field, rule.hidden(), rule::hiding, this::hidden);
            case REQUIRE -> toggle(edit, field, rule.required(), rule::requiring, this::required);
            case EDIT ->
                toggle(edit, field, editableNow(edit), only -> rule.editing(Optional.of(only)), this::editable);
            case EDIT_ALL -> save(edit, rule.editing(Optional.empty()), this::editable);
            case ORDER_NEXT ->
                field.isPresent() ? save(edit, rule.ordered(next(rule, field.get())), this::order) : ruleReply(edit);
            case ORDER_RESET -> save(edit, rule.ordered(List.of()), this::order);
            case NO_ACCESS -> save(edit, rule.withoutAccess(), this::ruleScreen);
            default -> ruleReply(edit);
        };
    }

    private Reply ruleReply(Edit edit) {
        return Reply.show(ruleScreen(edit));
    }

    private Screen ruleScreen(Edit edit) {
        return screens.rule(edit.speech(), edit.page, edit.table, edit.rule.role());
    }

    /** What is shown after a change. */
    private interface Shown {
        Screen of(Edit edit);
    }

    private Reply save(Edit edit, Rule rule, Shown shown) throws InterruptedException {
        List<RuleState> wanted = List.of(RuleState.of(rule));
        Answer<List<StoreWrite>> changed = book.change(
                edit.turn.base(),
                edit.turn.actor(),
                edit.page,
                wanted,
                edit.turn.update().updateId());
        return edit.turn.given(changed, writes -> {
            Edit after = new Edit(edit.turn, edit.page.with(wanted), edit.table, rule, edit.press);
            Reply reply = Reply.show(shown.of(after));
            for (StoreWrite write : writes) {
                reply = reply.saving(write);
            }
            return reply;
        });
    }

    /** Who may change or delete rows sees them; who sees none changes none. */
    private static Rule flipped(Rule rule, long flag) {
        boolean see = rule.see();
        return switch ((int) Math.min(flag, 4)) {
            case 0 ->
                see
                        ? rule.allowing(false, rule.add(), false, false)
                        : rule.allowing(true, rule.add(), rule.edit(), rule.delete());
            case 1 -> rule.allowing(see, !rule.add(), rule.edit(), rule.delete());
            case 2 -> rule.allowing(see || !rule.edit(), rule.add(), !rule.edit(), rule.delete());
            case 3 -> rule.allowing(see || !rule.delete(), rule.add(), rule.edit(), !rule.delete());
            default -> rule;
        };
    }

    private static Optional<RowRule> rows(Edit edit) {
        long choice = edit.press.number();
        if (choice >= FIRST_VIEW) {
            return choice - FIRST_VIEW < edit.table.views().size()
                    ? Optional.of(new RowRule.InView(
                            edit.table.views().get((int) choice - FIRST_VIEW).id()))
                    : Optional.empty();
        }
        return switch ((int) choice) {
            case 0 -> Optional.of(new RowRule.All());
            case 1 ->
                edit.press
                        .field()
                        .filter(id -> SettingsTable.canMeanMe(edit.table).stream()
                                .anyMatch(field -> field.id().equals(id)))
                        .map(RowRule.Mine::new);
            case 2 -> Optional.of(new RowRule.Sent());
            default -> Optional.empty();
        };
    }

    /** Makes a rule with another set of fields. */
    private interface With {
        Rule fields(Set<FieldId> fields);
    }

    private Reply toggle(Edit edit, Optional<FieldId> field, Set<FieldId> had, With with, Shown shown)
            throws InterruptedException {
        if (field.isEmpty()) {
            return ruleReply(edit);
        }
        Set<FieldId> now = new HashSet<>(had);
        if (!now.remove(field.get())) {
            now.add(field.get());
        }
        return save(edit, with.fields(now), shown);
    }

    private static List<Field> fillable(Edit edit) {
        return edit.table.fields().stream()
                .filter(Field::isEditable)
                .filter(field -> !edit.rule.hidden().contains(field.id()))
                .toList();
    }

    private static Set<FieldId> editableNow(Edit edit) {
        return edit.rule.editable().orElseGet(() -> {
            Set<FieldId> all = new LinkedHashSet<>();
            fillable(edit).forEach(field -> all.add(field.id()));
            return all;
        });
    }

    private static List<FieldId> next(Rule rule, FieldId field) {
        List<FieldId> order = new ArrayList<>(rule.formOrder());
        if (!order.remove(field)) {
            order.add(field);
        }
        return order;
    }

    private Screen hidden(Edit edit) {
        return screens.fields(
                edit.speech(),
                Phrase.HIDDEN_HINT,
                edit.table.fields(),
                edit.list(Kind.HIDDEN),
                Kind.HIDE,
                id -> edit.rule.hidden().contains(id) ? "🙈 " : "👁 ",
                List.of());
    }

    private Screen editable(Edit edit) {
        Set<FieldId> now = editableNow(edit);
        List<Button> all = edit.rule.editable().isEmpty()
                ? List.of()
                : List.of(edit.list(Kind.EDIT_ALL).button(edit.speech().label(Phrase.EDITABLE_ALL)));
        return screens.fields(
                edit.speech(),
                Phrase.EDITABLE_HINT,
                fillable(edit),
                edit.list(Kind.EDITABLE),
                Kind.EDIT,
                id -> now.contains(id) ? "✏️ " : "🔒 ",
                all);
    }

    private Screen required(Edit edit) {
        return screens.fields(
                edit.speech(),
                Phrase.REQUIRED_HINT,
                fillable(edit),
                edit.list(Kind.REQUIRED),
                Kind.REQUIRE,
                id -> edit.rule.required().contains(id) ? "❗ " : "▫️ ",
                List.of());
    }

    private Screen order(Edit edit) {
        List<FieldId> order = edit.rule.formOrder();
        List<Button> reset = order.isEmpty()
                ? List.of()
                : List.of(edit.list(Kind.ORDER_RESET).button(edit.speech().label(Phrase.CLEAR_BUTTON)));
        return screens.fields(
                edit.speech(),
                Phrase.ORDER_HINT,
                fillable(edit),
                edit.list(Kind.ORDER),
                Kind.ORDER_NEXT,
                id -> order.contains(id) ? (order.indexOf(id) + 1) + ". " : "▫️ ",
                reset);
    }

    private Reply askFormula(Edit edit) {
        SetupPress awaited = SetupPress.of(Kind.FORMULA, edit.table.id(), edit.rule.role());
        edit.turn.session(
                session -> session.withAwaiting(Session.Awaiting.forScreen(SetupPress.SCREEN, awaited.write())));
        Html now = edit.rule.rows() instanceof RowRule.Matching(String formula)
                ? Html.lines(Html.EMPTY, Html.code(formula))
                : Html.EMPTY;
        return Reply.show(formulaScreen(
                edit, edit.speech().say(Phrase.FORMULA_ASK, edit.table.name()).plus(now)));
    }

    private static Screen formulaScreen(Edit edit, Html text) {
        return Screen.with(text)
                .row(SetupPress.of(Kind.ROWS, edit.table.id(), edit.rule.role())
                        .button("◀ " + edit.speech().label(Phrase.BACK_BUTTON)))
                .build();
    }

    /** Takes a typed formula: Airtable is asked first whether it is one, so that a slip of the finger shuts nobody out. */
    Reply formula(Turn turn, RuleBook.Page page, SetupPress press, String text) throws InterruptedException {
        Optional<Edit> found = edit(turn, page, press);
        String formula = text.strip();
        if (found.isEmpty() || readOnly.why(page, turn.speech()).isPresent()) {
            turn.session(session -> session.withAwaiting(null));
            return screens.tables(turn, page, 0);
        }
        Edit edit = found.get();
        if (formula.isEmpty() || formula.length() > LONGEST_FORMULA) {
            return Reply.show(formulaScreen(edit, turn.speech().say(Phrase.FORMULA_LONG, LONGEST_FORMULA)));
        }
        return switch (book.tryFormula(turn.personId(), edit.table.id(), formula)) {
            case Answer.Failed<Integer>(AirtableFailure failure) ->
                Reply.show(formulaScreen(
                        edit, turn.speech().say(Phrase.FORMULA_WRONG, Html.code(formula), failure.forOperator())));
            case Answer.Ok<Integer>(Integer rows) -> {
                turn.session(session -> session.withAwaiting(null));
                yield save(edit, edit.rule.about(new RowRule.Matching(formula)), after -> {
                    Screen rule = ruleScreen(after);
                    return new Screen(
                            Html.lines(rule.text(), Html.EMPTY, turn.speech().say(Phrase.FORMULA_HOLDS, rows)),
                            rule.buttons());
                });
            }
        };
    }
}
