package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.audit.KeptRow;
import dev.basegram.bot.access.audit.KeptTable;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** People whom the bot keeps, as rows of the account. */
final class PersonRow {
    private PersonRow() {}

    static KeptRow of(Member member) {
        Map<String, String> cells = new HashMap<>();
        cells.put("Name", member.name());
        cells.put("Role", word(member.role()));
        if (member.blocked()) {
            cells.put("Blocked", "yes");
        }
        member.tables().ifPresent(only -> cells.put("Tables", tables(only)));
        known(cells, member.phone(), member.own());
        return row(member.personId(), member.name(), cells);
    }

    /** Returns the row of somebody who has just come in. */
    static KeptRow of(Member member, Optional<String> letInBy) {
        KeptRow row = of(member);
        Map<String, String> cells = new HashMap<>(row.cells());
        letInBy.ifPresent(who -> cells.put("Let in by", who));
        return new KeptRow(row.table(), row.id(), row.called(), cells);
    }

    /** Returns of a row what a number that Telegram vouched for says. */
    static KeptRow of(long personId, String name, Optional<VerifiedPhone> phone) {
        Map<String, String> cells = new HashMap<>();
        known(cells, phone.map(VerifiedPhone::number), phone.flatMap(VerifiedPhone::own));
        return row(personId, name, cells);
    }

    private static void known(Map<String, String> cells, Optional<String> phone, Optional<Member.OwnRecord> own) {
        phone.ifPresent(number -> cells.put("Phone", number));
        own.ifPresent(record -> cells.put("Record", record.table() + " " + record.record()));
    }

    private static KeptRow row(long personId, String name, Map<String, String> cells) {
        return new KeptRow(KeptTable.PEOPLE, new RecordId("recPerson" + Long.toUnsignedString(personId)), name, cells);
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String tables(Collection<TableId> only) {
        return only.stream().map(TableId::value).sorted().collect(Collectors.joining(", "));
    }
}
