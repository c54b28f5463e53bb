package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.telegram.Button;
import java.util.Arrays;
import java.util.Optional;

/**
 * A press on one of the screens of set-up. Anyone can send any of these.
 *
 * @param kind what was pressed
 * @param table which table it is about; empty for none, or for all
 * @param role which role it is about
 * @param field which field it is about
 * @param number a page, a choice, or the name of a change, from 0
 */
record SetupPress(Kind kind, Optional<TableId> table, Optional<Role> role, Optional<FieldId> field, long number) {
    static final String SCREEN = "setup";
    private static final String NONE = "-";
    private static final int PARTS = 5;

    /** What can be pressed; its letter never changes. */
    enum Kind {
        CHECK('c'),
        CHECK_AGAIN('C'),
        FIX('x'),
        WHO('p'),
        PRESET('P'),
        PRESET_FIELD('M'),
        PRESET_APPLY('S'),
        UNDO('u'),
        TABLES('t'),
        TABLE('T'),
        RULE('r'),
        FLAG('f'),
        ROWS('w'),
        ROWS_SET('W'),
        VIEWS('v'),
        FORMULA('F'),
        HIDDEN('d'),
        HIDE('D'),
        EDITABLE('e'),
        EDIT('E'),
        EDIT_ALL('A'),
        REQUIRED('q'),
        REQUIRE('Q'),
        ORDER('o'),
        ORDER_NEXT('O'),
        ORDER_RESET('R'),
        NO_ACCESS('n'),
        BASE('k'),
        BASE_MAKE('K'),
        LANGUAGE('l'),
        DONE('z');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    static SetupPress of(Kind kind) {
        return new SetupPress(kind, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    static SetupPress of(Kind kind, TableId table) {
        return new SetupPress(kind, Optional.of(table), Optional.empty(), Optional.empty(), 0);
    }

    static SetupPress of(Kind kind, TableId table, Role role) {
        return new SetupPress(kind, Optional.of(table), Optional.of(role), Optional.empty(), 0);
    }

    SetupPress at(long other) {
        return new SetupPress(kind, table, role, field, other);
    }

    SetupPress with(FieldId other) {
        return new SetupPress(kind, table, role, Optional.of(other), number);
    }

    Button button(String label) {
        return Screen.button(label, new Action.Own(SCREEN, write()));
    }

    String write() {
        return String.join(
                ".",
                String.valueOf(kind.letter),
                table.map(id -> id.value().substring(3)).orElse(NONE),
                role.map(each -> String.valueOf(each.letter())).orElse(NONE),
                field.map(id -> id.value().substring(3)).orElse(NONE),
                Long.toString(number, 36));
    }

    /** Reads a press; empty for whatever no button of ours carries. */
    static Optional<SetupPress> read(String data) {
        String[] parts = data.split("\\.", -1);
        if (parts.length != PARTS || parts[0].length() != 1 || parts[2].length() != 1) {
            return Optional.empty();
        }
        try {
            Optional<Kind> kind = Arrays.stream(Kind.values())
                    .filter(each -> each.letter == parts[0].charAt(0))
                    .findFirst();
            Optional<Role> role = Role.ofLetter(parts[2].charAt(0));
            long number = Long.parseLong(parts[4], 36);
            boolean known = kind.isPresent() && number >= 0 && (role.isPresent() || parts[2].equals(NONE));
            return known
                    ? Optional.of(new SetupPress(kind.get(), table(parts[1]), role, field(parts[3]), number))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<TableId> table(String part) {
        return part.equals(NONE) ? Optional.empty() : Optional.of(new TableId("tbl" + part));
    }

    private static Optional<FieldId> field(String part) {
        return part.equals(NONE) ? Optional.empty() : Optional.of(new FieldId("fld" + part));
    }
}
