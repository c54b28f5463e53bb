package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.TableId;
import java.util.Optional;

/**
 * What is said, or to be said, of a role in a table.
 *
 * @param rule empty for no rule, which is no access
 */
public record RuleState(TableId table, Role role, Optional<Rule> rule) {
    /** Returns the state that a rule makes. */
    public static RuleState of(Rule rule) {
        return new RuleState(rule.table(), rule.role(), Optional.of(rule));
    }

    /** Returns the state without a rule. */
    public static RuleState none(TableId table, Role role) {
        return new RuleState(table, role, Optional.empty());
    }
}
