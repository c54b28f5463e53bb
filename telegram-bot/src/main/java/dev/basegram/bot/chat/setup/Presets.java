package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.access.tables.SettingsTable;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.PeoplePress;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules made ready for the three ways in which a base is used: a start of one minute, changed table by table afterwards. */
@Singleton
class Presets {
    private static final int MOST_TABLES = 40;
    private static final int MOST_FIELDS = 30;
    private static final int MOST_SHOWN = 3;

    private final RuleBook book;
    private final ReadOnly readOnly;

    Presets(RuleBook book, ReadOnly readOnly) {
        this.book = book;
        this.readOnly = readOnly;
    }

    /** A way to use a base, and the roles it gives rules to. */
    private enum Preset {
        TEAM(0, Phrase.PRESET_TEAM, Phrase.PRESET_TEAM_HINT, Role.EDITOR, Role.VIEWER),
        SELF_SERVICE(1, Phrase.PRESET_SELF, Phrase.PRESET_SELF_HINT, Role.SELF_SERVICE),
        DROP_BOX(2, Phrase.PRESET_DROP, Phrase.PRESET_DROP_HINT, Role.DROP_BOX);

        private final int number;
        private final Phrase title;
        private final Phrase hint;
        private final List<Role> roles;

        Preset(int number, Phrase title, Phrase hint, Role... roles) {
            this.number = number;
            this.title = title;
            this.hint = hint;
            this.roles = List.of(roles);
        }

        static Optional<Preset> of(long number) {
            return Arrays.stream(values())
                    .filter(preset -> preset.number == number)
                    .findFirst();
        }
    }

    Reply who(Turn turn, RuleBook.Page page) {
        Speech speech = turn.speech();
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.WHO_TITLE), Html.EMPTY));
        List<Button> buttons = new ArrayList<>();
        for (Preset preset : Preset.values()) {
            lines.add(Html.bold(speech.label(preset.title)).plus(" — ").plus(speech.say(preset.hint)));
            buttons.add(SetupPress.of(SetupPress.Kind.PRESET).at(preset.number).button(speech.label(preset.title)));
        }
        Optional<Html> closed = readOnly.why(page, speech);
        lines.add(Html.EMPTY);
        lines.add(closed.orElseGet(() -> speech.say(Phrase.WHO_HINT)));
        Screen.Builder screen = Screen.with(Html.join("\n", lines));
        if (closed.isEmpty()) {
            screen.grid(1, buttons);
        }
        return Reply.show(screen.row(
                        Screen.button(
                                speech.label(Phrase.WHO_PEOPLE),
                                new Action.People(PeoplePress.of(PeoplePress.Kind.LIST))),
                        invite(speech))
                .row(
                        SetupPress.of(SetupPress.Kind.TABLES).button(speech.label(Phrase.SETUP_TABLES_BUTTON)),
                        SetupPress.of(SetupPress.Kind.BASE).button(speech.label(Phrase.BASE_BUTTON)))
                .row(SetupPress.of(SetupPress.Kind.CHECK).button("◀ " + speech.label(Phrase.BACK_BUTTON)))
                .build());
    }

    private static Button invite(Speech speech) {
        return Screen.button(
                "➕ " + speech.label(Phrase.INVITE_BUTTON), new Action.People(PeoplePress.of(PeoplePress.Kind.INVITE)));
    }

    Reply press(Turn turn, RuleBook.Page page, SetupPress press) throws InterruptedException {
        Optional<Preset> preset = Preset.of(press.number());
        if (preset.isEmpty() || readOnly.why(page, turn.speech()).isPresent()) {
            return who(turn, page);
        }
        return switch (press.kind()) {
            case PRESET -> askTables(turn, page, preset.get());
            case PRESET_FIELD -> {
                Optional<Table> table = press.table().flatMap(page::table);
                yield table.isPresent() ? askField(turn, table.get()) : askTables(turn, page, preset.get());
            }
            default -> apply(turn, page, preset.get(), press);
        };
    }

    private static Reply askTables(Turn turn, RuleBook.Page page, Preset preset) {
        Speech speech = turn.speech();
        boolean oneByOne = preset == Preset.SELF_SERVICE;
        SetupPress.Kind next = oneByOne ? SetupPress.Kind.PRESET_FIELD : SetupPress.Kind.PRESET_APPLY;
        List<Button> tables = page.tables().stream()
                .limit(MOST_TABLES)
                .filter(table -> !oneByOne || !SettingsTable.canMeanMe(table).isEmpty())
                .map(table -> SetupPress.of(next, table.id()).at(preset.number).button(table.name()))
                .toList();
        Html question = Html.lines(
                Html.bold(speech.label(preset.title)),
                speech.say(preset.hint),
                Html.EMPTY,
                speech.say(oneByOne ? Phrase.PRESET_WHICH : Phrase.PRESET_WHERE));
        Screen.Builder screen = Screen.with(question);
        if (!oneByOne) {
            screen.row(SetupPress.of(SetupPress.Kind.PRESET_APPLY)
                    .at(preset.number)
                    .button(speech.label(Phrase.INVITE_ALL_TABLES)));
        }
        return Reply.show(screen.grid(2, tables)
                .row(SetupPress.of(SetupPress.Kind.WHO).button("◀ " + speech.label(Phrase.BACK_BUTTON)))
                .build());
    }

    private static Reply askField(Turn turn, Table table) {
        Speech speech = turn.speech();
        SetupPress apply =
                SetupPress.of(SetupPress.Kind.PRESET_APPLY, table.id()).at(Preset.SELF_SERVICE.number);
        List<Button> fields = candidates(table).stream()
                .map(field -> apply.with(field.id()).button(field.name()))
                .toList();
        return Reply.show(Screen.with(speech.say(Phrase.PRESET_FIELD, table.name()))
                .grid(2, fields)
                .row(SetupPress.of(SetupPress.Kind.PRESET)
                        .at(Preset.SELF_SERVICE.number)
                        .button("◀ " + speech.label(Phrase.BACK_BUTTON)))
                .build());
    }

    /** Returns the fields that can mean a person, links first, since that is what they mostly are. */
    static List<Field> candidates(Table table) {
        return SettingsTable.canMeanMe(table).stream()
                .sorted(Comparator.comparing(field -> switch (field.type()) {
                    case FieldType.RecordLinks _ -> 0;
                    case FieldType.PhoneNumber _ -> 1;
                    default -> 2;
                }))
                .limit(MOST_FIELDS)
                .toList();
    }

    private Reply apply(Turn turn, RuleBook.Page page, Preset preset, SetupPress press) throws InterruptedException {
        Optional<FieldId> mine = press.field();
        List<Table> tables = page.tables().stream()
                .filter(table -> press.table().isEmpty() || press.table().get().equals(table.id()))
                .filter(table -> preset != Preset.SELF_SERVICE
                        || mine.filter(field -> meansMe(table, field)).isPresent())
                .toList();
        if (tables.isEmpty()) {
            return who(turn, page);
        }
        List<RuleState> wanted = tables.stream()
                .flatMap(table -> preset.roles.stream().map(role -> RuleState.of(Rule.usual(table.id(), role, mine))))
                .toList();
        return change(turn, page, wanted, Phrase.PRESET_DONE);
    }

    private static boolean meansMe(Table table, FieldId field) {
        return SettingsTable.canMeanMe(table).stream()
                .anyMatch(each -> each.id().equals(field));
    }

    /** Takes the person's last change of several rules back; taking that back brings it again. */
    Reply undo(Turn turn, RuleBook.Page page, long change) throws InterruptedException {
        Optional<List<RuleState>> before = book.before(turn.personId(), change);
        return before.isEmpty()
                ? Reply.show(Screen.with(turn.speech().say(Phrase.UNDO_NOTHING))
                        .row(SetupPress.of(SetupPress.Kind.WHO)
                                .button("◀ " + turn.speech().label(Phrase.BACK_BUTTON)))
                        .build())
                : change(turn, page, before.get(), Phrase.UNDO_DONE);
    }

    private Reply change(Turn turn, RuleBook.Page page, List<RuleState> wanted, Phrase said)
            throws InterruptedException {
        long change = turn.update().updateId();
        return turn.given(
                book.change(turn.base(), turn.actor(), page, wanted, change),
                (List<StoreWrite> writes) ->
                        saving(Reply.show(done(turn.speech(), page.with(wanted), wanted, said, change)), writes));
    }

    private static Reply saving(Reply reply, List<StoreWrite> writes) {
        Reply all = reply;
        for (StoreWrite write : writes) {
            all = all.saving(write);
        }
        return all;
    }

    private static Screen done(Speech speech, RuleBook.Page page, List<RuleState> wanted, Phrase said, long change) {
        var words = new RuleWords(speech);
        List<TableId> touched = wanted.stream().map(RuleState::table).distinct().toList();
        List<Html> lines = new ArrayList<>();
        lines.add(speech.say(
                said,
                touched.stream()
                        .flatMap(id -> page.table(id).stream())
                        .map(Table::name)
                        .collect(Collectors.joining(", "))));
        for (TableId id : touched.subList(0, Math.min(MOST_SHOWN, touched.size()))) {
            page.table(id).ifPresent(table -> {
                lines.add(Html.EMPTY);
                lines.add(Html.of("📋 ").plus(Html.bold(table.name())));
                wanted.stream()
                        .filter(state -> state.table().equals(id))
                        .forEach(state -> lines.add(words.line(page.state(id, state.role()), table)));
            });
        }
        boolean byPhone = wanted.stream().anyMatch(state -> state.role() == Role.SELF_SERVICE);
        if (byPhone) {
            lines.add(Html.EMPTY);
            lines.add(speech.say(Phrase.PRESET_SELF_NEXT));
        }
        Button undo = SetupPress.of(SetupPress.Kind.UNDO).at(change).button("↩️ " + speech.label(Phrase.UNDO_BUTTON));
        return Screen.with(Html.join("\n", lines))
                .row(byPhone ? List.of(undo) : List.of(invite(speech), undo))
                .row(
                        SetupPress.of(SetupPress.Kind.TABLES).button(speech.label(Phrase.SETUP_TABLES_BUTTON)),
                        SetupPress.of(SetupPress.Kind.WHO).button("◀ " + speech.label(Phrase.BACK_BUTTON)))
                .build();
    }
}
