package dev.basegram.bot.chat.files;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.LinkedFile;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.FileFetcher;
import dev.basegram.bot.telegram.SentFile;
import dev.basegram.bot.telegram.TelegramFailure;
import dev.basegram.bot.telegram.TelegramResult;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Puts files that a person sent into a record. They go through us: the address of a file at Telegram contains the bot's token and
 * is never handed to anyone. What fits is uploaded; for what is larger Airtable gets a link of ours.
 */
@Singleton
public class FilesIn {
    private static final Logger LOG = Logger.getLogger(FilesIn.class);

    private final FileFetcher fetcher;
    private final FileLinks links;
    private final Arrivals arrivals;

    FilesIn(FileFetcher fetcher, FileLinks links, Arrivals arrivals) {
        this.fetcher = fetcher;
        this.links = links;
        this.arrivals = arrivals;
    }

    /**
     * What came of it.
     *
     * @param record as it is now
     * @param lost how many files could not be stored
     * @param arriving how many Airtable is fetching by itself, and will show in a while
     * @param writes what is to be saved, so that somebody looks whether they came
     */
    public record Stored(AirtableRecord record, int lost, int arriving, List<StoreWrite> writes) {
        /** Creates a copy of the list. */
        public Stored {
            writes = List.copyOf(writes);
        }

        /** Returns what came of no files. */
        public static Stored none(AirtableRecord record) {
            return new Stored(record, 0, 0, List.of());
        }

        /** Returns what came of these files and then of more. */
        public Stored and(Stored more) {
            return new Stored(
                    more.record,
                    lost + more.lost,
                    arriving + more.arriving,
                    Stream.concat(writes.stream(), more.writes.stream()).toList());
        }

        private static Stored lost(AirtableRecord record, int lost) {
            return new Stored(record, lost, 0, List.of());
        }
    }

    /** Adds files to a cell; one that is there already, by name and size, is not added again after a crash in the middle. */
    public Stored store(Turn turn, Table table, AirtableRecord record, Field field, List<SentFile> files)
            throws InterruptedException {
        AirtableRecord now = record;
        List<SentFile> large = new ArrayList<>();
        int lost = 0;
        for (SentFile file : files) {
            Fetched fetched = isLarge(file) ? new Fetched.TooLarge() : fetch(file);
            switch (fetched) {
                case Fetched.TooLarge _ -> large.add(file);
                case Fetched.Lost _ -> lost++;
                case Fetched.Whole(byte[] bytes) -> {
                    Optional<AirtableRecord> stored = upload(turn, table, now, field, file, bytes);
                    lost += stored.isPresent() ? 0 : 1;
                    now = stored.orElse(now);
                }
            }
        }
        return Stored.lost(now, lost).and(link(turn, table, now, field, large));
    }

    private sealed interface Fetched {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Whole(byte[] bytes) implements Fetched {}

        record TooLarge() implements Fetched {}

        record Lost() implements Fetched {}
    }

    private static boolean isLarge(SentFile file) {
        return file.size() != null && file.size() > NewFile.MOST_BYTES;
    }

    private Fetched fetch(SentFile file) throws InterruptedException {
        return switch (fetcher.fetch(file.fileId(), NewFile.MOST_BYTES)) {
            case TelegramResult.Success<byte[]>(byte[] bytes) -> new Fetched.Whole(bytes);
            case TelegramResult.Failure<byte[]>(TelegramFailure.BadRequest(var _, String description))
            when file.size() == null && description.contains("too big") -> new Fetched.TooLarge();
            case TelegramResult.Failure<byte[]>(TelegramFailure reason) -> {
                LOG.warnf("A file could not be fetched from Telegram: %s", reason.label());
                yield new Fetched.Lost();
            }
        };
    }

    private static Optional<AirtableRecord> upload(
            Turn turn, Table table, AirtableRecord record, Field field, SentFile file, byte[] bytes)
            throws InterruptedException {
        if (isThere(record, field, file, bytes.length)) {
            return Optional.of(record);
        }
        NewFile upload = new NewFile(file.name(), file.mimeType(), bytes);
        return kept(turn.base().upload(table, record.id(), field, upload));
    }

    private static boolean isThere(AirtableRecord record, Field field, SentFile file, int size) {
        return record.cell(field.id()) instanceof CellValue.Attachments(var files)
                && files.stream().anyMatch(known -> known.filename().equals(file.name()) && known.size() == size);
    }

    private Stored link(Turn turn, Table table, AirtableRecord record, Field field, List<SentFile> files)
            throws InterruptedException {
        List<LinkedFile> linked = new ArrayList<>();
        for (SentFile file : files) {
            Optional<URI> link = links.to(file);
            // One that does not work works for none of them, but it is the file itself that may be gone.
            if (link.isPresent() && links.works(link.get())) {
                linked.add(new LinkedFile(file.name(), file.size() == null ? 0 : file.size(), link.get()));
            }
        }
        int lost = files.size() - linked.size();
        if (linked.isEmpty()) {
            return Stored.lost(record, lost);
        }
        StoreWrite look = arrivals.expect(
                turn,
                table.id(),
                record.id(),
                field.id(),
                linked.stream().map(LinkedFile::filename).toList());
        return hand(turn, table, record, field, linked)
                .map(changed -> new Stored(changed, lost, linked.size(), List.of(look)))
                .orElseGet(() -> Stored.lost(record, files.size()));
    }

    /** After an answer that was lost it is handed over once more: what is there already is not added again. */
    private static Optional<AirtableRecord> hand(
            Turn turn, Table table, AirtableRecord record, Field field, List<LinkedFile> linked)
            throws InterruptedException {
        Answer<AirtableRecord> first = turn.base().link(table, record.id(), field, linked);
        return first.reason()
                        .filter(AirtableFailure.OutcomeUnknown.class::isInstance)
                        .isPresent()
                ? kept(turn.base().link(table, record.id(), field, linked))
                : kept(first);
    }

    private static Optional<AirtableRecord> kept(Answer<AirtableRecord> answer) {
        return switch (answer) {
            case Answer.Ok<AirtableRecord>(AirtableRecord changed) -> Optional.of(changed);
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> {
                LOG.warnf("A file could not be stored: %s", failure.forOperator());
                yield Optional.empty();
            }
        };
    }
}
