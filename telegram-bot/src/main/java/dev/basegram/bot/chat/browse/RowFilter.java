package dev.basegram.bot.chat.browse;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list a person wants to see: for each field named, those that have one of its marked options. It narrows what the
 * person may see and can widen nothing. Immutable.
 */
final class RowFilter {
    private final Table table;
    private final Map<Field, Set<String>> marked;

    private RowFilter(Table table, Map<Field, Set<String>> marked) {
        this.table = table;
        this.marked = marked;
    }

    /** Reads what a session holds; what is about another table, or about fields that are gone, falls out. */
    static RowFilter of(Table table, Session.@Nullable Filter stored) {
        Map<Field, Set<String>> marked = new LinkedHashMap<>();
        if (stored != null && stored.table().equals(table.id().value())) {
            stored.chosen()
                    .forEach((id, options) -> table.fields().stream()
                            .filter(field -> field.id().value().equals(id) && FilterOptions.fits(field))
                            .forEach(field -> marked.put(field, new LinkedHashSet<>(options))));
        }
        return new RowFilter(table, marked);
    }

    /** Returns it for the session; null where it narrows nothing. */
    Session.@Nullable Filter stored() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        marked.forEach((field, options) -> {
            if (!options.isEmpty()) {
                chosen.put(field.id().value(), List.copyOf(options));
            }
        });
        return chosen.isEmpty() ? null : new Session.Filter(table.id().value(), chosen);
    }

    /** Returns it with one mark set or taken away. */
    RowFilter toggled(Field field, String option) {
        Map<Field, Set<String>> other = new LinkedHashMap<>(marked);
        Set<String> options = new LinkedHashSet<>(of(field));
        if (!options.remove(option)) {
            options.add(option);
        }
        other.put(field, options);
        if (options.isEmpty()) {
            other.remove(field);
        }
        return new RowFilter(table, other);
    }

    /** Returns the marked options of a field. */
    Set<String> of(Field field) {
        return marked.getOrDefault(field, Set.of());
    }

    /** Returns the rows that pass. */
    List<AirtableRecord> of(List<AirtableRecord> rows) {
        return marked.isEmpty() ? rows : passing(rows, Optional.empty());
    }

    private List<AirtableRecord> passing(List<AirtableRecord> rows, Optional<FieldId> but) {
        List<Map.Entry<FieldId, Set<String>>> asked = new ArrayList<>();
        Map<FieldId, FilterOptions> options = new HashMap<>();
        marked.forEach((field, marks) -> {
            if (!but.equals(Optional.of(field.id()))) {
                asked.add(Map.entry(field.id(), marks));
                options.put(field.id(), FilterOptions.of(field));
            }
        });
        return rows.stream()
                .filter(row -> asked.stream()
                        .allMatch(each -> !Collections.disjoint(
                                java.util.Objects.requireNonNull(options.get(each.getKey()))
                                        .in(row.cell(each.getKey())),
                                each.getValue())))
                .toList();
    }

    /** Returns how many rows each option of a field would leave, whatever is marked for it now. */
    Map<String, Integer> counts(Field field, List<AirtableRecord> rows) {
        FilterOptions options = FilterOptions.of(field);
        Map<String, Integer> counts = new HashMap<>();
        passing(rows, Optional.of(field.id()))
                .forEach(row ->
                        options.in(row.cell(field.id())).forEach(option -> counts.merge(option, 1, Integer::sum)));
        return counts;
    }

    /** Returns what it shows, in words: «Status: Open, Ready»; null where it narrows nothing. */
    @Nullable
    String words(Speech speech) {
        return marked.isEmpty()
                ? null
                : marked.keySet().stream().map(field -> words(field, speech)).collect(Collectors.joining(" · "));
    }

    /** Returns what it shows of one field, in words. */
    String words(Field field, Speech speech) {
        return field.name()
                + ": "
                + FilterOptions.of(field).all(speech).stream()
                        .filter(option -> of(field).contains(option.id()))
                        .map(FilterOptions.Option::label)
                        .collect(Collectors.joining(", "));
    }
}
