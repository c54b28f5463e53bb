package dev.basegram.bot.chat.files;

import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.session.Arrival;
import dev.basegram.bot.session.ArrivalStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.MessageSender;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks whether the files came that Airtable was to fetch, and tells the person of those that did not. At most two calls: one when
 * nearly all have come, one when the links are over.
 */
@Singleton
class DueArrivals {
    private static final Logger LOG = Logger.getLogger(DueArrivals.class);
    private static final int AT_ONCE = 20;
    private static final Duration LAST_LOOK = FileLinks.GOOD_FOR.plusMinutes(1);
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final Duration GIVE_UP = Duration.ofDays(1);

    private final ArrivalStore store;
    private final Checkpoint checkpoint;
    private final MessageSender sender;
    private final Speeches speeches;
    private final Database database;
    private final Clock clock;

    DueArrivals(
            ArrivalStore store,
            Checkpoint checkpoint,
            MessageSender sender,
            Speeches speeches,
            Database database,
            Clock clock) {
        this.store = store;
        this.checkpoint = checkpoint;
        this.sender = sender;
        this.speeches = speeches;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "30s",
            delayed = "30s",
            identity = "due-arrivals",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws InterruptedException {
        Instant now = clock.instant();
        for (Arrival arrival : store.due(now, AT_ONCE)) {
            Instant last = arrival.linkedAt().plus(LAST_LOOK);
            if (store.putOff(arrival, now.isBefore(last) ? last : now.plus(RETRY))) {
                look(arrival, now);
            }
        }
    }

    private void look(Arrival arrival, Instant now) throws InterruptedException {
        Optional<PermittedBase> base = checkpoint.admit(arrival.session().personId());
        if (base.isEmpty()) {
            forget(arrival); // they have nothing to do with the base any more
            return;
        }
        switch (base.get().table(new TableId(arrival.table()))) {
            case Answer.Ok<Table>(Table table) -> look(arrival, base.get(), table, now);
            case Answer.Failed<Table>(AirtableFailure failure) -> failed(arrival, failure, now);
        }
    }

    private void look(Arrival arrival, PermittedBase base, Table table, Instant now) throws InterruptedException {
        switch (base.record(table, new RecordId(arrival.record()), Freshness.NOW)) {
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> failed(arrival, failure, now);
            case Answer.Ok<AirtableRecord>(AirtableRecord record) -> {
                List<String> missing = missing(arrival, record);
                if (missing.isEmpty()) {
                    forget(arrival);
                } else if (!now.isBefore(arrival.linkedAt().plus(LAST_LOOK))) {
                    forget(arrival);
                    tell(arrival, table, record, missing);
                }
            }
        }
    }

    private void failed(Arrival arrival, AirtableFailure failure, Instant now) {
        if (failure.passes() && now.isBefore(arrival.linkedAt().plus(GIVE_UP))) {
            LOG.debugf("Whether files came is looked into later: %s", failure.forOperator());
        } else {
            forget(arrival);
        }
    }

    private static List<String> missing(Arrival arrival, AirtableRecord record) {
        var files = record.cell(new FieldId(arrival.field())) instanceof CellValue.Attachments(var there)
                ? there
                : List.<dev.basegram.bot.airtable.Attachment>of();
        return arrival.names().stream()
                .filter(name -> files.stream().noneMatch(file -> file.filename().equals(name) && !file.isArriving()))
                .toList();
    }

    private void forget(Arrival arrival) {
        database.writeNow(store.forget(arrival));
    }

    private void tell(Arrival arrival, Table table, AirtableRecord record, List<String> missing)
            throws InterruptedException {
        Speech speech = speeches.of(arrival.session().personId());
        String names = missing.stream().map(name -> "«" + name + "»").collect(Collectors.joining(", "));
        String name = RowLine.name(table, record, CellText.withoutNames(speech), speech);
        Screen words = Screen.with(Html.of("⚠️ ")
                        .plus(speech.say(Phrase.FILES_NEVER_CAME, names, Html.bold(name), missing.size())))
                .row(Screen.button(speech.label(Phrase.OPEN_BUTTON), new Action.Open(table.id(), record.id())))
                .build();
        long thread = arrival.session().threadId();
        ChatAddress chat = new ChatAddress(arrival.session().chatId(), thread == 0 ? null : thread, null);
        // Who has blocked the bot meanwhile will see in the base that they are not there.
        var _ = sender.send(chat, words.text(), words.buttons());
    }
}
