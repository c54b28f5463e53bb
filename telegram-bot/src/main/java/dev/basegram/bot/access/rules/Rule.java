package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.TableId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one role may do in one table. Where there is no rule there is no access.
 *
 * @param table which table
 * @param role whose rule
 * @param see may see rows at all; without it the rest means nothing, save that {@code add} may stand alone for a drop-box
 * @param add may create records
 * @param edit may change fields of rows they see
 * @param delete may delete rows they see
 * @param rows which rows
 * @param hidden fields that are not shown, searched, sorted by or exported
 * @param editable the only fields that may be changed; empty optional for all that are not hidden
 * @param required fields that a new record must have
 * @param formOrder fields in the order in which a form asks for them; those left out follow
 */
public record Rule(
        TableId table,
        Role role,
        boolean see,
        boolean add,
        boolean edit,
        boolean delete,
        RowRule rows,
        Set<FieldId> hidden,
        Optional<Set<FieldId>> editable,
        Set<FieldId> required,
        List<FieldId> formOrder) {
    /** Creates copies of the collections. */
    public Rule {
        hidden = Set.copyOf(hidden);
        editable = editable.map(Set::copyOf);
        required = Set.copyOf(required);
        formOrder = List.copyOf(formOrder);
    }

    /**
     * Returns the rule that an invitation to a role makes for a table that has none yet: the least that the role's name promises.
     *
     * @param mine the field that means «me», for a self-service role
     * @throws IllegalArgumentException for a self-service role without such a field, and for roles that need no rule
     */
    public static Rule usual(TableId table, Role role, Optional<FieldId> mine) {
        return switch (role) {
            case VIEWER -> simple(table, role, false, false, new RowRule.All());
            case EDITOR -> simple(table, role, true, true, new RowRule.All());
            case SELF_SERVICE ->
                simple(
                        table,
                        role,
                        true,
                        true,
                        new RowRule.Mine(mine.orElseThrow(
                                () -> new IllegalArgumentException("self-service needs the field that means «me»"))));
            case DROP_BOX -> simple(table, role, true, false, new RowRule.Sent());
            case OWNER, ADMIN -> throw new IllegalArgumentException(role + " needs no rule");
        };
    }

    private static Rule simple(TableId table, Role role, boolean add, boolean edit, RowRule rows) {
        return new Rule(table, role, true, add, edit, false, rows, Set.of(), Optional.empty(), Set.of(), List.of());
    }

    /** Returns the rule with other ticks; what it says of rows and fields stays. */
    public Rule allowing(boolean maySee, boolean mayAdd, boolean mayEdit, boolean mayDelete) {
        return new Rule(table, role, maySee, mayAdd, mayEdit, mayDelete, rows, hidden, editable, required, formOrder);
    }

    /** Returns the rule that gives nothing. */
    public Rule withoutAccess() {
        return allowing(false, false, false, false);
    }

    /** Tells whether it gives anything at all. */
    public boolean givesAccess() {
        return see || add;
    }

    /** Returns the rule for other rows. */
    public Rule about(RowRule other) {
        return new Rule(table, role, see, add, edit, delete, other, hidden, editable, required, formOrder);
    }

    /** Returns the rule that hides other fields. */
    public Rule hiding(Set<FieldId> other) {
        return new Rule(table, role, see, add, edit, delete, rows, other, editable, required, formOrder);
    }

    /** Returns the rule that lets other fields be changed; empty for all that are not hidden. */
    public Rule editing(Optional<Set<FieldId>> other) {
        return new Rule(table, role, see, add, edit, delete, rows, hidden, other, required, formOrder);
    }

    /** Returns the rule that requires other fields. */
    public Rule requiring(Set<FieldId> other) {
        return new Rule(table, role, see, add, edit, delete, rows, hidden, editable, other, formOrder);
    }

    /** Returns the rule whose form asks in another order. */
    public Rule ordered(List<FieldId> other) {
        return new Rule(table, role, see, add, edit, delete, rows, hidden, editable, required, other);
    }

    /** Returns the rule that gives nothing yet, where there is none: for roles that never see everything, of what they sent. */
    public static Rule empty(TableId table, Role role) {
        boolean narrow = role == Role.SELF_SERVICE || role == Role.DROP_BOX;
        return simple(table, role, false, false, narrow ? new RowRule.Sent() : new RowRule.All())
                .withoutAccess();
    }
}
