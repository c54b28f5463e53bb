package dev.basegram.bot.chat.files;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FileContent;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.SentFileStore;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.OutgoingFile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the files of a record: by Telegram's own id where they were sent before, else fetched from the base. */
@Singleton
public class FilesOut {
    private static final int MOST = 10;
    private static final long LARGEST = 20L << 20; // held in memory on the way

    private final SentFileStore sent;

    FilesOut(SentFileStore sent) {
        this.sent = sent;
    }

    /** Sends the files of a field, as messages that stay. */
    public Reply send(Turn turn, TableId tableId, RecordId id, FieldId fieldId) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(turn.base().record(table, id, Freshness.HELD), record -> {
                    Optional<Field> field = table.field(fieldId);
                    return field.isPresent() && record.cell(fieldId) instanceof CellValue.Attachments(var files)
                            ? send(turn, table, record, field.get(), files)
                            : Reply.say(turn.speech().say(Phrase.FILE_GONE));
                }));
    }

    private Reply send(Turn turn, Table table, AirtableRecord record, Field field, List<Attachment> files)
            throws InterruptedException {
        List<OutgoingFile> outgoing = new ArrayList<>();
        List<Html> problems = new ArrayList<>();
        for (Attachment file : files.stream().limit(MOST).toList()) {
            Optional<String> known = sent.fileId(file.id());
            if (known.isPresent()) {
                outgoing.add(new OutgoingFile(file.id(), file.filename(), isPicture(file), known.get(), null));
                continue;
            }
            switch (turn.base().download(table, record.id(), field, file.id(), LARGEST)) {
                case Answer.Ok<FileContent>(FileContent content) ->
                    outgoing.add(new OutgoingFile(file.id(), file.filename(), isPicture(file), null, content.bytes()));
                case Answer.Failed<FileContent>(AirtableFailure failure) -> problems.add(problem(turn, file, failure));
            }
        }
        Reply reply = outgoing.isEmpty() ? Reply.NONE : Reply.NONE.and(new Outgoing.Files(outgoing));
        return problems.isEmpty() ? reply : reply.and(Reply.say(Html.join("\n", problems)));
    }

    private static boolean isPicture(Attachment file) {
        return file.isPicture()
                && file.size() <= OutgoingFile.MAX_PICTURE
                && !file.contentType().contains("svg");
    }

    private static Html problem(Turn turn, Attachment file, AirtableFailure failure) {
        return switch (failure) {
            case AirtableFailure.TooLarge _ -> turn.speech().say(Phrase.FILE_UNSENDABLE, file.filename());
            case AirtableFailure.AttachmentGone _ -> turn.speech().say(Phrase.FILE_GONE);
            default -> FailureScreen.text(failure, false, turn.speech());
        };
    }
}
