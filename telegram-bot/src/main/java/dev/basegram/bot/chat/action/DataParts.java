package dev.basegram.bot.chat.action;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.text.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the parts of {@code callback_data} one after the other; whatever is not as expected is an IllegalArgumentException. */
final class DataParts {
    private static final Pattern SCREEN = Pattern.compile("[a-z]{1,8}");
    private static final Pattern OWN_DATA = Pattern.compile("[A-Za-z0-9._-]{1,50}");
    private static final Pattern OWN_ID = Pattern.compile("[0-9a-z]{1,16}");

    private final String[] parts;
    private int at;

    DataParts(String data) {
        this.parts = data.split("\\.", -1);
    }

    Action action() {
        Action action = switch (next()) {
            case "h" -> new Action.Home();
            case "b" -> new Action.Browse(table(), view(), number());
            case "v" -> new Action.Views(table());
            case "g" -> new Action.Filter(filterPress());
            case "o" -> new Action.Open(table(), record());
            case "m" -> new Action.More(table(), record(), field());
            case "p" -> new Action.Files(table(), record(), field(), at < parts.length ? number() : 0);
            case "i" -> new Action.Linked(table(), record(), field());
            case "A" -> new Action.AddWhere();
            case "a" -> new Action.Add(table());
            case "e" -> new Action.Edit(table(), record());
            case "E" -> new Action.EditField(table(), record(), field());
            case "s" -> new Action.SetChoice(table(), record(), field(), number(), fingerprint());
            case "S" -> new Action.Stages(table(), record(), field());
            case "d" -> new Action.AskDelete(table(), record());
            case "D" -> new Action.Delete(table(), record());
            case "u" -> new Action.Undo(ownId());
            case "q" -> new Action.Find(optionalTable());
            case "Q" -> new Action.Found(optionalTable(), number(), fingerprint());
            case "w" -> new Action.Drafts();
            case "r" -> new Action.Resume(ownId());
            case "x" -> new Action.Discard(ownId());
            case "l" -> new Action.SetLanguage(Language.of(next()).orElseThrow(DataParts::wrong));
            case "z" -> new Action.SetZone(zone());
            case "f" -> new Action.InForm(ownId(), number(), formPress());
            case "P" -> new Action.People(peoplePress());
            case "c" -> new Action.Own(screen(), rest());
            case "j" -> new Action.Audit(auditFilter(), number());
            case "n" -> new Action.Nothing();
            default -> throw wrong();
        };
        if (at != parts.length) {
            throw wrong();
        }
        return action;
    }

    private String next() {
        if (at >= parts.length) {
            throw wrong();
        }
        return parts[at++];
    }

    private TableId table() {
        return new TableId("tbl" + next());
    }

    private Optional<TableId> optionalTable() {
        String part = next();
        return part.equals("-") ? Optional.empty() : Optional.of(new TableId("tbl" + part));
    }

    private Optional<ViewId> view() {
        String part = next();
        return part.equals("-") ? Optional.empty() : Optional.of(new ViewId("viw" + part));
    }

    private RecordId record() {
        return new RecordId("rec" + next());
    }

    private FieldId field() {
        return new FieldId("fld" + next());
    }

    private Fingerprint fingerprint() {
        return new Fingerprint(next());
    }

    private int number() {
        return number(next());
    }

    private static int number(String digits) {
        int value = Integer.parseInt(digits, 36);
        if (value < 0) {
            throw wrong();
        }
        return value;
    }

    private String ownId() {
        String id = next();
        if (!OWN_ID.matcher(id).matches()) {
            throw wrong();
        }
        return id;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(next());
        } catch (DateTimeException _) {
            throw wrong();
        }
    }

    private FormPress formPress() {
        String part = next();
        if (part.length() < 2) {
            throw wrong();
        }
        FormPress.Kind kind = FormPress.Kind.of(part.charAt(0)).orElseThrow(DataParts::wrong);
        return new FormPress(kind, number(part.substring(1)));
    }

    private String screen() {
        String name = next();
        if (!SCREEN.matcher(name).matches()) {
            throw wrong();
        }
        return name;
    }

    /** Everything that is left, dots included. */
    private String rest() {
        String rest = String.join(".", Arrays.asList(parts).subList(Math.min(at, parts.length), parts.length));
        if (!OWN_DATA.matcher(rest).matches()) {
            throw wrong();
        }
        at = parts.length;
        return rest;
    }

    private FilterPress filterPress() {
        String kind = next();
        if (kind.length() != 1) {
            throw wrong();
        }
        return new FilterPress(
                FilterPress.Kind.of(kind.charAt(0)).orElseThrow(DataParts::wrong),
                table(),
                optional(FieldId::new, "fld"),
                number(),
                optional(Fingerprint::new, ""));
    }

    private <T> Optional<T> optional(Function<String, T> read, String prefix) {
        String part = next();
        return part.equals("-") ? Optional.empty() : Optional.of(read.apply(prefix + part));
    }

    private PeoplePress peoplePress() {
        String kind = next();
        if (kind.length() != 1) {
            throw wrong();
        }
        return new PeoplePress(
                PeoplePress.Kind.of(kind.charAt(0)).orElseThrow(DataParts::wrong), person(), role(), optionalTable());
    }

    private AuditFilter auditFilter() {
        return switch (next()) {
            case "a" -> new AuditFilter.Everything();
            case "p" -> new AuditFilter.By(person());
            case "r" -> new AuditFilter.Of(table(), record());
            default -> throw wrong();
        };
    }

    private long person() {
        long person = Long.parseLong(next(), 36);
        if (person < 0) {
            throw wrong();
        }
        return person;
    }

    private Optional<Role> role() {
        String part = next();
        if (part.equals("-")) {
            return Optional.empty();
        }
        if (part.length() != 1) {
            throw wrong();
        }
        return Optional.of(Role.ofLetter(part.charAt(0)).orElseThrow(DataParts::wrong));
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("not a button of this bot");
    }
}
