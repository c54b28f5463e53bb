package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.people.RoleNames;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a rule lets a role do. */
final class RuleWords {
    /** The roles that rules are about, the most trusted first. */
    static final List<Role> ROLES = List.of(Role.EDITOR, Role.VIEWER, Role.SELF_SERVICE, Role.DROP_BOX);

    private static final int MOST_NAMES = 6;

    private final Speech speech;

    RuleWords(Speech speech) {
        this.speech = speech;
    }

    /** Returns one line, such as «Viewer: sees all rows; cannot add, change, delete». */
    Html line(RuleState state, Table table) {
        return Html.bold(RoleNames.title(speech, state.role()))
                .plus(": ")
                .plus(state.rule()
                        .filter(Rule::givesAccess)
                        .map(rule -> what(rule, table))
                        .orElseGet(() -> speech.say(Phrase.RULE_NOTHING)));
    }

    private Html what(Rule rule, Table table) {
        List<String> may = new ArrayList<>();
        List<String> not = new ArrayList<>();
        (rule.add() ? may : not).add(speech.label(Phrase.RULE_ADD));
        (rule.see() && rule.edit() ? may : not).add(speech.label(Phrase.RULE_CHANGE));
        (rule.see() && rule.delete() ? may : not).add(speech.label(Phrase.RULE_DELETE));
        List<Html> parts = new ArrayList<>();
        parts.add(rule.see() ? rows(rule.rows(), table) : speech.say(Phrase.RULE_SEES_NONE));
        if (!may.isEmpty()) {
            parts.add(speech.say(Phrase.RULE_MAY, String.join(", ", may)));
        }
        if (!not.isEmpty()) {
            parts.add(speech.say(Phrase.RULE_MAY_NOT, String.join(", ", not)));
        }
        return Html.join("; ", parts);
    }

    /** Returns which rows are seen. */
    Html rows(RowRule rows, Table table) {
        return switch (rows) {
            case RowRule.All _ -> speech.say(Phrase.RULE_SEES_ALL);
            case RowRule.Sent _ -> speech.say(Phrase.RULE_SEES_SENT);
            case RowRule.Mine(FieldId field) -> speech.say(Phrase.RULE_SEES_MINE, name(field, table));
            case RowRule.InView(ViewId view) -> speech.say(Phrase.RULE_SEES_VIEW, name(view, table));
            case RowRule.Matching(String formula) -> speech.say(Phrase.RULE_SEES_FORMULA, Html.code(formula));
        };
    }

    /** Returns the lines about fields; none where the rule says nothing of them. */
    List<Html> fields(Rule rule, Table table) {
        List<Html> lines = new ArrayList<>();
        if (!rule.hidden().isEmpty()) {
            lines.add(speech.say(Phrase.RULE_HIDDEN, names(rule.hidden(), table)));
        }
        rule.editable()
                .ifPresent(
                        only -> lines.add(speech.say(Phrase.RULE_EDITABLE, only.isEmpty() ? "—" : names(only, table))));
        if (!rule.required().isEmpty()) {
            lines.add(speech.say(Phrase.RULE_REQUIRED, names(rule.required(), table)));
        }
        if (!rule.formOrder().isEmpty()) {
            lines.add(speech.say(Phrase.RULE_ORDER, names(rule.formOrder(), table)));
        }
        return lines;
    }

    private String names(Collection<FieldId> fields, Table table) {
        List<FieldId> ordered = fields instanceof List<FieldId> list
                ? list
                : table.fields().stream()
                        .map(Field::id)
                        .filter(fields::contains)
                        .toList();
        String more = ordered.size() > MOST_NAMES ? " …" : "";
        return ordered.stream()
                        .limit(MOST_NAMES)
                        .map(field -> name(field, table))
                        .collect(Collectors.joining(", "))
                + more;
    }

    private String name(FieldId field, Table table) {
        return table.field(field).map(Field::name).orElseGet(() -> speech.label(Phrase.RULE_GONE));
    }

    private String name(ViewId view, Table table) {
        return table.view(view).map(View::name).orElseGet(() -> speech.label(Phrase.RULE_GONE));
    }
}
