package dev.basegram.bot.chat.action;

import static java.util.stream.Collectors.joining;

import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.telegram.Button;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes actions as {@code callback_data} and reads them back: a letter, then parts with dots between; Airtable's ids without
 * their fixed prefixes, numbers in base 36. Labels and values never get in.
 */
public final class CallbackData {
    private static final String NONE = "-";

    private CallbackData() {}

    /**
     * Writes an action, at most 64 bytes.
     *
     * @throws IllegalArgumentException when it does not fit, which Airtable's ids of 17 characters never cause
     */
    public static String encode(Action action) {
        String data = write(action);
        if (data.length() > Button.MAX_DATA_BYTES) {
            throw new IllegalArgumentException(
                    action.getClass().getSimpleName() + " takes " + data.length() + " bytes");
        }
        return data;
    }

    private static String write(Action action) {
        return switch (action) {
            case Action.Home _ -> "h";
            case Action.Browse(var table, var view, var page) ->
                parts("b", bare(table.value()), view.map(v -> bare(v.value())).orElse(NONE), number(page));
            case Action.Views(var table) -> parts("v", bare(table.value()));
            case Action.Filter(var press) ->
                parts(
                        "g",
                        String.valueOf(press.kind().letter()),
                        bare(press.table().value()),
                        press.field().map(field -> bare(field.value())).orElse(NONE),
                        number(press.option()),
                        press.seen().map(Fingerprint::value).orElse(NONE));
            case Action.Open(var table, var record) -> parts("o", bare(table.value()), bare(record.value()));
            case Action.More(var table, var record, var field) ->
                parts("m", bare(table.value()), bare(record.value()), bare(field.value()));
            case Action.Files(var table, var record, var field, var page) ->
                page == 0
                        ? parts("p", bare(table.value()), bare(record.value()), bare(field.value()))
                        : parts("p", bare(table.value()), bare(record.value()), bare(field.value()), number(page));
            case Action.Linked(var table, var record, var field) ->
                parts("i", bare(table.value()), bare(record.value()), bare(field.value()));
            case Action.AddWhere _ -> "A";
            case Action.Add(var table) -> parts("a", bare(table.value()));
            case Action.Edit(var table, var record) -> parts("e", bare(table.value()), bare(record.value()));
            case Action.EditField(var table, var record, var field) ->
                parts("E", bare(table.value()), bare(record.value()), bare(field.value()));
            case Action.SetChoice(var table, var record, var field, var choice, var seen) ->
                parts(
                        "s",
                        bare(table.value()),
                        bare(record.value()),
                        bare(field.value()),
                        number(choice),
                        seen.value());
            case Action.Stages(var table, var record, var field) ->
                parts("S", bare(table.value()), bare(record.value()), bare(field.value()));
            case Action.AskDelete(var table, var record) -> parts("d", bare(table.value()), bare(record.value()));
            case Action.Delete(var table, var record) -> parts("D", bare(table.value()), bare(record.value()));
            case Action.Undo(var change) -> parts("u", change);
            case Action.Find(var table) ->
                parts("q", table.map(t -> bare(t.value())).orElse(NONE));
            case Action.Found(var table, var page, var words) ->
                parts("Q", table.map(t -> bare(t.value())).orElse(NONE), number(page), words.value());
            case Action.Drafts _ -> "w";
            case Action.Resume(var draft) -> parts("r", draft);
            case Action.Discard(var draft) -> parts("x", draft);
            case Action.SetLanguage(var language) -> parts("l", language.code());
            case Action.SetZone(var zone) -> parts("z", zone.getId());
            case Action.InForm(var form, var revision, var press) ->
                parts("f", form, number(revision), press.kind().letter() + number(press.index()));
            case Action.People(var press) ->
                parts(
                        "P",
                        String.valueOf(press.kind().letter()),
                        Long.toString(press.person(), 36),
                        press.role().map(role -> String.valueOf(role.letter())).orElse(NONE),
                        press.table().map(t -> bare(t.value())).orElse(NONE));
            case Action.Own(var screen, var data) -> parts("c", screen, data);
            case Action.Audit(var filter, var page) ->
                switch (filter) {
                    case AuditFilter.Everything _ -> parts("j", "a", number(page));
                    case AuditFilter.By(long person) -> parts("j", "p", Long.toString(person, 36), number(page));
                    case AuditFilter.Of(var table, var record) ->
                        parts("j", "r", bare(table.value()), bare(record.value()), number(page));
                };
            case Action.Nothing _ -> "n";
        };
    }

    /** Reads an action; empty for whatever {@link #encode} never writes. Never throws. */
    public static Optional<Action> decode(String data) {
        if (data.isEmpty() || data.length() > Button.MAX_DATA_BYTES) {
            return Optional.empty();
        }
        try {
            Action action = new DataParts(data).action();
            return encode(action).equals(data) ? Optional.of(action) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String parts(String... parts) {
        return Stream.of(parts).collect(joining("."));
    }

    private static String bare(String id) {
        return id.substring(3);
    }

    private static String number(int value) {
        return Integer.toString(value, 36);
    }
}
