package dev.basegram.bot.chat.audit;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.AuditedChange;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of changes. Pure. */
final class AuditScreen {
    static final int PAGE_SIZE = 5;

    private static final int MOST_FIELDS = 4;
    private static final int LONGEST_VALUE = 80;
    private static final int LONGEST_LABEL = 28;
    private static final String NOTHING = "—";

    /**
     * What there is to show.
     *
     * @param person the name of the person the filter is about; empty for other filters
     * @param page from 0
     * @param count how many changes there are in all
     * @param tables as the reader may see them
     * @param names what the records are called that are still there
     */
    record Model(
            AuditFilter filter,
            String person,
            int page,
            int count,
            List<AuditedChange> changes,
            List<Table> tables,
            Map<RecordId, String> names) {}

    private final Model model;
    private final Speech speech;
    private final Instant now;

    private AuditScreen(Model model, Speech speech, Instant now) {
        this.model = model;
        this.speech = speech;
        this.now = now;
    }

    static Screen of(Model model, Speech speech, Instant now) {
        return new AuditScreen(model, speech, now).screen();
    }

    private Screen screen() {
        List<Html> lines = new ArrayList<>(List.of(title()));
        for (AuditedChange change : model.changes()) {
            lines.add(Html.EMPTY);
            lines.add(head(change.first()));
            lines.addAll(what(change));
        }
        lines.add(Html.EMPTY);
        long days = AuditLog.KEPT_FOR.toDays();
        lines.add(Html.italic(speech.label(model.changes().isEmpty() ? Phrase.AUDIT_NONE : Phrase.AUDIT_KEPT, days)));
        return Screen.with(Html.join("\n", lines))
                .grid(2, records())
                .grid(2, people())
                .row(navigation())
                .build();
    }

    private Html title() {
        Html title = Html.of("🕘 ").plus(Html.bold(speech.label(Phrase.AUDIT_TITLE)));
        Html about = about();
        Html whole = about.isBlank() ? title : title.plus(" · ").plus(about);
        if (model.changes().isEmpty()) {
            return whole;
        }
        int first = model.page() * PAGE_SIZE + 1;
        int last = first + model.changes().size() - 1;
        return whole.plus(" · ")
                .plus(speech.say(
                        Phrase.LIST_RANGE, first, last, speech.numbers().whole(model.count())));
    }

    private Html about() {
        return switch (model.filter()) {
            case AuditFilter.Everything _ -> Html.EMPTY;
            case AuditFilter.By _ -> Html.of(model.person());
            case AuditFilter.Of(TableId table, RecordId record) ->
                Html.of(model.names().getOrDefault(record, table(table)));
        };
    }

    private Html head(AuditEntry entry) {
        return Html.of(when(entry.at()) + " · " + entry.personName() + " · ")
                .plus(Html.bold(record(entry)))
                .plus("  " + table(entry.table()));
    }

    private String when(Instant at) {
        String recent = speech.dates().recent(at, now);
        String time = speech.dates().time(at.atZone(speech.zone()).toLocalTime());
        return recent.equals(time) ? time : recent + ", " + time;
    }

    private String record(AuditEntry entry) {
        if (entry.operation() == AuditEntry.Operation.DELETED && entry.before() != null) {
            return entry.before();
        }
        return model.names().getOrDefault(entry.record(), NOTHING);
    }

    private String table(TableId id) {
        return model.tables().stream()
                .filter(table -> table.id().equals(id))
                .map(Table::name)
                .findFirst()
                .orElse(NOTHING);
    }

    private List<Html> what(AuditedChange change) {
        List<Html> lines = new ArrayList<>();
        switch (change.first().operation()) {
            case DELETED -> lines.add(Html.of("🗑 " + speech.label(Phrase.AUDIT_DELETED)));
            case CREATED -> lines.add(Html.of("➕ " + speech.label(Phrase.AUDIT_CREATED)));
            case CHANGED -> {
                // The fields say it all.
            }
        }
        if (change.first().operation() != AuditEntry.Operation.DELETED) {
            change.entries().stream()
                    .filter(entry -> entry.field().isPresent())
                    .sorted(Comparator.comparingInt(this::place))
                    .limit(MOST_FIELDS)
                    .forEach(entry -> lines.add(line(entry)));
            int left = change.entries().size() - MOST_FIELDS;
            if (left > 0) {
                lines.add(Html.of("+" + left));
            }
        }
        return lines;
    }

    private Html line(AuditEntry entry) {
        Html name = Html.of(field(entry) + ": ");
        Html after = value(entry.after());
        return entry.operation() == AuditEntry.Operation.CREATED
                ? name.plus(after)
                : name.plus(value(entry.before())).plus(" → ").plus(after);
    }

    private String field(AuditEntry entry) {
        return known(entry).map(Field::name).orElse(NOTHING);
    }

    private Optional<Field> known(AuditEntry entry) {
        FieldId id = entry.field().orElseThrow();
        return model.tables().stream()
                .filter(table -> table.id().equals(entry.table()))
                .findFirst()
                .flatMap(table -> table.field(id));
    }

    /** Where the field stands in its table, so that what comes first there is not what is left out here. */
    private int place(AuditEntry entry) {
        return model.tables().stream()
                .filter(table -> table.id().equals(entry.table()))
                .findFirst()
                .flatMap(table -> known(entry).map(table.fields()::indexOf))
                .orElse(Integer.MAX_VALUE);
    }

    private static Html value(@Nullable String text) {
        return text == null ? Html.of(NOTHING) : Html.of(text).shortened(LONGEST_VALUE);
    }

    /** The records that are still there, each once. */
    private List<Button> records() {
        Map<RecordId, Button> buttons = new LinkedHashMap<>();
        for (AuditedChange change : model.changes()) {
            AuditEntry entry = change.first();
            String name = model.names().get(entry.record());
            if (name != null) {
                buttons.putIfAbsent(
                        entry.record(), button(shortened(name), new Action.Open(entry.table(), entry.record())));
            }
        }
        return List.copyOf(buttons.values());
    }

    private static String shortened(String name) {
        return Html.of(name).shortened(LONGEST_LABEL).plain();
    }

    /** The people on this page, to see the changes of one alone. */
    private List<Button> people() {
        if (model.filter() instanceof AuditFilter.By) {
            return List.of();
        }
        Map<Long, Button> buttons = new LinkedHashMap<>();
        for (AuditedChange change : model.changes()) {
            AuditEntry entry = change.first();
            buttons.putIfAbsent(
                    entry.personId(),
                    button(
                            "👤 " + shortened(entry.personName()),
                            new Action.Audit(new AuditFilter.By(entry.personId()), 0)));
        }
        return buttons.size() > 1 ? List.copyOf(buttons.values()) : List.of();
    }

    private List<Button> navigation() {
        List<Button> row = new ArrayList<>();
        if (model.page() > 0) {
            row.add(button("◀", new Action.Audit(model.filter(), model.page() - 1)));
        }
        if ((model.page() + 1) * PAGE_SIZE < model.count()) {
            row.add(button("▶", new Action.Audit(model.filter(), model.page() + 1)));
        }
        if (model.filter() instanceof AuditFilter.Of(TableId table, RecordId record)) {
            row.add(button("◀ " + speech.label(Phrase.BACK_BUTTON), new Action.Open(table, record)));
        }
        if (!(model.filter() instanceof AuditFilter.Everything)) {
            row.add(button(speech.label(Phrase.AUDIT_ALL), new Action.Audit(new AuditFilter.Everything(), 0)));
        }
        row.add(button("⌂", new Action.Home()));
        return row;
    }
}
