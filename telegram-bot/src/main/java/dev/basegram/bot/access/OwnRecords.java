package dev.basegram.bot.access;

import static dev.basegram.bot.access.Waiting.await;

import dev.basegram.bot.access.people.Member.OwnRecord;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the record that is a person, by their number. Where a rule says «mine» through a link, the table it leads to is the one of
 * people; where it says so through a phone number, the ruled table itself tells whom it knows.
 */
@Singleton
class OwnRecords {
    private static final Caller CALLER = Caller.background("access");

    private final Airtable airtable;
    private final PhoneNumbers numbers;

    OwnRecords(Airtable airtable, PhoneNumbers numbers) {
        this.airtable = airtable;
        this.numbers = numbers;
    }

    /** What looking came to. */
    sealed interface Found {
        /** The person's own record. */
        record Own(OwnRecord record) implements Found {}

        /** Rows with the number, none of which is the person. */
        record Rows() implements Found {}

        /** More than one row could be the person. */
        record Several(String table) implements Found {}

        /**
         * No row.
         *
         * @param unreadable how many numbers leave their country open
         */
        record None(int unreadable) implements Found {}

        /** Airtable cannot say now. */
        record Unknown(AirtableFailure why) implements Found {}
    }

    /** Looks through the tables that rules speak of. */
    Found find(Collection<Rule> rules, String phone) throws InterruptedException {
        Answer<Schema> schema = await(airtable.schema(CALLER));
        if (schema instanceof Answer.Failed<Schema>(AirtableFailure why)) {
            return new Found.Unknown(why);
        }
        int unreadable = 0;
        boolean rows = false;
        for (Place place : places(schema.found().orElseThrow(), rules)) {
            switch (find(place, phone)) {
                case Found.None(int passedOver) -> unreadable += passedOver;
                case Found.Rows _ -> rows = true;
                case Found answer -> {
                    return answer;
                }
            }
        }
        return rows ? new Found.Rows() : new Found.None(unreadable);
    }

    /** Tells whether any of these rules knows people by a number. */
    boolean anyPlace(Collection<Rule> rules) throws InterruptedException {
        Optional<Schema> schema = await(airtable.schema(CALLER)).found();
        return schema.isPresent() && !places(schema.get(), rules).isEmpty();
    }

    /**
     * Where numbers are.
     *
     * @param people whether a row of it is a person
     */
    private record Place(Table table, List<FieldId> phones, boolean people) {}

    private static List<Place> places(Schema schema, Collection<Rule> rules) {
        Map<TableId, Place> people = new LinkedHashMap<>();
        List<Place> others = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<Table> ruled = schema.table(rule.table());
            if (ruled.isEmpty() || !(rule.rows() instanceof RowRule.Mine(FieldId mine))) {
                continue;
            }
            switch (ruled.get().field(mine).map(Field::type).orElse(null)) {
                case FieldType.RecordLinks links
                when links.linkedTable() != null ->
                    schema.table(links.linkedTable())
                            .map(table -> new Place(table, phones(table), true))
                            .filter(place -> !place.phones().isEmpty())
                            .ifPresent(place -> people.put(place.table().id(), place));
                case FieldType.PhoneNumber _ -> others.add(new Place(ruled.get(), List.of(mine), false));
                case null, default -> {
                    // It goes by the Telegram id, or not at all.
                }
            }
        }
        List<Place> all = new ArrayList<>(people.values());
        all.addAll(others);
        return all;
    }

    private static List<FieldId> phones(Table table) {
        return table.fields().stream()
                .filter(field -> field.type() instanceof FieldType.PhoneNumber)
                .map(Field::id)
                .toList();
    }

    private Found find(Place place, String phone) throws InterruptedException {
        return switch (await(airtable.table(CALLER, place.table().id()))) {
            case Answer.Failed<Snapshot>(AirtableFailure why) -> new Found.Unknown(why);
            case Answer.Ok<Snapshot>(Snapshot all) -> find(place, all.records(), phone);
        };
    }

    private Found find(Place place, List<AirtableRecord> rows, String phone) {
        List<RecordId> with = new ArrayList<>();
        int unreadable = 0;
        for (AirtableRecord row : rows) {
            for (FieldId field : place.phones()) {
                if (!(row.cell(field) instanceof CellValue.Text(String text)) || text.isBlank()) {
                    continue;
                }
                if (numbers.same(phone, text)) {
                    with.add(row.id());
                    break;
                }
                unreadable += numbers.e164(text).isPresent() ? 0 : 1;
            }
        }
        if (with.isEmpty()) {
            return new Found.None(unreadable);
        }
        if (!place.people()) {
            return new Found.Rows();
        }
        return with.size() == 1
                ? new Found.Own(new OwnRecord(place.table().id(), with.getFirst()))
                : new Found.Several(place.table().name());
    }
}
