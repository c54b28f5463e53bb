package dev.basegram.bot.chat.files;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.FileFetcher;
import dev.basegram.bot.telegram.SentFile;
import dev.basegram.bot.telegram.TelegramFailure;
import dev.basegram.bot.telegram.TelegramResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts files that a person sent into a record. They go through us: the address of a file at Telegram contains the bot's token and
 * is never handed to anyone.
 */
@Singleton
public class FilesIn {
    private static final Logger LOG = Logger.getLogger(FilesIn.class);

    private final FileFetcher fetcher;

    FilesIn(FileFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * What came of it.
     *
     * @param record as it is now
     * @param lost how many files could not be stored
     */
    public record Stored(AirtableRecord record, int lost) {}

    /** Adds files to a cell; one that is there already, by name and size, is not added again after a crash in the middle. */
    public Stored store(Turn turn, Table table, AirtableRecord record, Field field, List<SentFile> files)
            throws InterruptedException {
        AirtableRecord now = record;
        int lost = 0;
        for (SentFile file : files) {
            Optional<AirtableRecord> stored = store(turn, table, now, field, file);
            lost += stored.isPresent() ? 0 : 1;
            now = stored.orElse(now);
        }
        return new Stored(now, lost);
    }

    private Optional<AirtableRecord> store(Turn turn, Table table, AirtableRecord record, Field field, SentFile file)
            throws InterruptedException {
        return switch (fetcher.fetch(file.fileId(), NewFile.MOST_BYTES)) {
            case TelegramResult.Failure<byte[]>(TelegramFailure reason) -> {
                LOG.warnf("A file could not be fetched from Telegram: %s", reason.label());
                yield Optional.empty();
            }
            case TelegramResult.Success<byte[]>(byte[] bytes) ->
                isThere(record, field, file, bytes.length)
                        ? Optional.of(record)
                        : upload(turn, table, record, field, new NewFile(file.name(), file.mimeType(), bytes));
        };
    }

    private static Optional<AirtableRecord> upload(
            Turn turn, Table table, AirtableRecord record, Field field, NewFile file) throws InterruptedException {
        return switch (turn.base().upload(table, record.id(), field, file)) {
            case Answer.Ok<AirtableRecord>(AirtableRecord changed) -> Optional.of(changed);
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> {
                LOG.warnf("A file could not be stored: %s", failure.forOperator());
                yield Optional.empty();
            }
        };
    }

    private static boolean isThere(AirtableRecord record, Field field, SentFile file, int size) {
        return record.cell(field.id()) instanceof CellValue.Attachments(var files)
                && files.stream().anyMatch(known -> known.filename().equals(file.name()) && known.size() == size);
    }
}
