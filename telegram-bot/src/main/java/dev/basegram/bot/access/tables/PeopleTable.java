package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code Bot People}: a row per person, with columns Telegram id, Name, Role, Phone, Record (a link), Active and Tables, the
 * last with a table's name or id a line, empty for all.
 */
final class PeopleTable {
    static final String NAME = "Bot People";

    private static final String ROLES =
            "Role is not one of owner, admin, editor, viewer, self-service, drop-box, blocked";

    private final Schema schema;
    private final Table table;
    private final PhoneNumbers numbers;
    private final List<Member> byPhone = new ArrayList<>();
    private final Map<Long, Member> people = new HashMap<>();
    private final Set<Long> twice = new HashSet<>();
    private final Set<Long> broken = new HashSet<>();
    private final List<RowProblem> problems = new ArrayList<>();

    private PeopleTable(Schema schema, Table table, PhoneNumbers numbers) {
        this.schema = schema;
        this.numbers = numbers;
        this.table = table;
    }

    /**
     * What the table says.
     *
     * @param byPhone people of whom the number is known and not the Telegram id; a number may be in several
     * @param members by Telegram id; a person listed twice is not among them, since nobody can tell which row is meant
     * @param broken people whose row, or rows, mean nothing: they get no access, whatever is known of them elsewhere
     */
    record Reading(Map<Long, Member> members, List<Member> byPhone, List<RowProblem> problems, Set<Long> broken) {}

    static Reading read(Schema schema, Table table, List<AirtableRecord> rows, PhoneNumbers numbers) {
        var reader = new PeopleTable(schema, table, numbers);
        rows.forEach(row -> reader.add(new SettingsRow(table, row), row));
        reader.broken.addAll(reader.twice);
        reader.broken.forEach(reader.people::remove);
        return new Reading(
                Map.copyOf(reader.people),
                List.copyOf(reader.byPhone),
                List.copyOf(reader.problems),
                Set.copyOf(reader.broken));
    }

    private void add(SettingsRow row, AirtableRecord record) {
        Optional<String> id = row.text("Telegram id");
        if (id.isEmpty()) {
            addByPhone(row, record);
            return;
        }
        Optional<Long> personId = number(id.get());
        Optional<Role> role = row.text("Role").flatMap(PeopleTable::role);
        boolean shutOut = row.text("Role").filter("blocked"::equalsIgnoreCase).isPresent();
        if (personId.isEmpty()) {
            problems.add(row.problem("Telegram id is not a number such as 123456789"));
        } else if (role.isEmpty() && !shutOut) {
            broken.add(personId.get());
            problems.add(row.problem(ROLES));
        } else if (people.containsKey(personId.get())) {
            twice.add(personId.get());
            problems.add(row.problem("the same Telegram id is in two rows, so neither counts; delete one"));
        } else {
            phone(row);
            add(row, member(row, record, personId.get(), role.orElse(Role.VIEWER), shutOut));
        }
    }

    private void add(SettingsRow row, Member member) {
        List<String> unknown = new ArrayList<>();
        Optional<Set<TableId>> only = row.text("Tables").map(said -> tables(said, unknown));
        if (unknown.isEmpty()) {
            people.put(member.personId(), member.into(only));
        } else {
            broken.add(member.personId());
            problems.add(row.problem("Tables: there is no table «" + unknown.getFirst() + "»"));
        }
    }

    private Set<TableId> tables(String said, List<String> unknown) {
        Set<TableId> found = new HashSet<>();
        for (String line : said.split("\\R", -1)) {
            String name = line.strip();
            if (name.isEmpty() || name.equals(RulesTable.NO_FIELD)) {
                continue;
            }
            schema.tables().stream()
                    .filter(each ->
                            each.name().equals(name) || each.id().value().equals(name))
                    .findFirst()
                    .ifPresentOrElse(each -> found.add(each.id()), () -> unknown.add(name));
        }
        return found;
    }

    /** A person without an id yet is known by their phone number only, and comes in by sharing it. */
    private void addByPhone(SettingsRow row, AirtableRecord record) {
        if (row.text("Phone").isEmpty()) {
            return; // a row that somebody has just begun
        }
        Optional<String> phone = phone(row);
        Optional<Role> role = row.text("Role").flatMap(PeopleTable::role);
        boolean shutOut = row.text("Role").filter("blocked"::equalsIgnoreCase).isPresent();
        if (role.isEmpty() && !shutOut) {
            problems.add(row.problem(ROLES));
        } else if (phone.isPresent()) {
            if (byPhone.stream().anyMatch(known -> known.phone().equals(phone))) {
                problems.add(row.problem("the same Phone is in two rows, so nobody comes in by it; delete one"));
            }
            byPhone.add(member(row, record, 0, role.orElse(Role.VIEWER), shutOut));
        }
    }

    /** A number that leaves its country open could be anybody's. */
    private Optional<String> phone(SettingsRow row) {
        Optional<String> text = row.text("Phone");
        Optional<String> phone = text.flatMap(numbers::e164);
        if (text.isPresent() && phone.isEmpty()) {
            problems.add(row.problem("Phone is not a number with its country code, such as +33612345678"
                    + " (or set PHONE_COUNTRY to the country that numbers without one are of)"));
        }
        return phone;
    }

    private Member member(SettingsRow row, AirtableRecord record, long personId, Role role, boolean shutOut) {
        boolean active = !row.has("Active") || row.ticked("Active");
        return new Member(
                personId,
                row.text("Name")
                        .orElseGet(() -> row.text("Telegram id")
                                .or(() -> row.text("Phone"))
                                .orElse("")),
                role,
                shutOut || !active,
                row.text("Phone").flatMap(numbers::e164),
                own(row),
                Optional.empty(),
                record.created());
    }

    private Optional<Member.OwnRecord> own(SettingsRow row) {
        Optional<TableId> linked = table.fieldNamed("Record")
                .map(field -> field.type())
                .filter(FieldType.RecordLinks.class::isInstance)
                .flatMap(type -> Optional.ofNullable(((FieldType.RecordLinks) type).linkedTable()));
        return linked.flatMap(other -> row.link("Record").map(record -> new Member.OwnRecord(other, record)));
    }

    static Optional<Role> role(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-')) {
            case "owner" -> Optional.of(Role.OWNER);
            case "admin" -> Optional.of(Role.ADMIN);
            case "editor" -> Optional.of(Role.EDITOR);
            case "viewer" -> Optional.of(Role.VIEWER);
            case "self-service" -> Optional.of(Role.SELF_SERVICE);
            case "drop-box" -> Optional.of(Role.DROP_BOX);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(id -> id > 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
