package dev.basegram.bot.chat.files;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.browse.LinkNames;
import dev.basegram.bot.chat.screen.Page;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.SentFileStore;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.OutgoingFile;
import dev.basegram.bot.telegram.OutgoingFile.Content;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends the files of a record, an album at a time: by Telegram's own id where they were sent before, else passed through from the base.
 * Links into the base live for two hours, so the record is read anew whenever one is needed; once, however many files there are.
 */
@Singleton
public class FilesOut {
    private static final int ALBUM = 10;

    private final SentFileStore sent;

    FilesOut(SentFileStore sent) {
        this.sent = sent;
    }

    /**
     * Sends files of a field, as messages that stay.
     *
     * @param page which ten of them, from 0
     */
    public Reply send(Turn turn, TableId tableId, RecordId id, FieldId fieldId, int page) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(turn.base().record(table, id, Freshness.HELD), record -> {
                    Optional<Field> field = table.field(fieldId);
                    if (field.isEmpty()) {
                        return Reply.say(turn.speech().say(Phrase.FILE_GONE));
                    }
                    return needsLinks(record, fieldId, page)
                            ? turn.given(
                                    turn.base().record(table, id, Freshness.NOW),
                                    fresh -> send(turn, table, fresh, field.get(), page))
                            : send(turn, table, record, field.get(), page);
                }));
    }

    private boolean needsLinks(AirtableRecord record, FieldId field, int page) {
        List<Attachment> files = page(record, field, page).rows();
        return files.isEmpty()
                || files.stream().anyMatch(file -> sent.fileId(file.id()).isEmpty());
    }

    private static Page<Attachment> page(AirtableRecord record, FieldId field, int page) {
        List<Attachment> files =
                record.cell(field) instanceof CellValue.Attachments(List<Attachment> there) ? there : List.of();
        return Page.of(files, page, ALBUM);
    }

    private Reply send(Turn turn, Table table, AirtableRecord record, Field field, int number)
            throws InterruptedException {
        Speech speech = turn.speech();
        Page<Attachment> page = page(record, field.id(), number);
        if (page.rows().isEmpty()) {
            return Reply.say(speech.say(Phrase.FILE_GONE));
        }
        List<OutgoingFile> outgoing = new ArrayList<>();
        List<Html> problems = new ArrayList<>();
        for (Attachment file : page.rows()) {
            if (file.isArriving()) {
                problems.add(speech.say(Phrase.FILE_ARRIVING));
            } else if (file.size() > OutgoingFile.MAX_FILE) {
                problems.add(speech.say(Phrase.FILE_UNSENDABLE, file.filename()));
            } else {
                outgoing.add(outgoing(file));
            }
        }
        Reply reply = outgoing.isEmpty()
                ? Reply.NONE
                : Reply.NONE.and(new Outgoing.Files(
                        outgoing, caption(turn, table, record, field), speech.say(Phrase.FILES_UNSENT)));
        if (!problems.isEmpty()) {
            reply = reply.and(
                    Reply.say(Html.join("\n", problems.stream().distinct().toList())));
        }
        return page.total() > ALBUM ? reply.and(Reply.keep(more(turn, table, record, field, page))) : reply;
    }

    private OutgoingFile outgoing(Attachment file) {
        Content content = sent.fileId(file.id())
                .<Content>map(Content.Known::new)
                .orElseGet(() -> new Content.At(URI.create(file.url()), file.size()));
        return new OutgoingFile(
                file.id(), file.filename(), OutgoingFile.Kind.of(file.contentType(), file.size()), content);
    }

    private static Html caption(Turn turn, Table table, AirtableRecord record, Field field)
            throws InterruptedException {
        CellText cells = LinkNames.cells(turn.base(), table.fields(), List.of(record), turn.speech());
        return Html.bold(RowLine.name(table, record, cells, turn.speech())).plus("  ·  " + field.name());
    }

    /** Says which these were, with a button for the next. */
    private static Screen more(Turn turn, Table table, AirtableRecord record, Field field, Page<Attachment> page) {
        Speech speech = turn.speech();
        Screen.Builder screen = Screen.with(speech.say(Phrase.FILES_RANGE, page.first(), page.last(), page.total()));
        if (page.hasNext()) {
            screen.row(Screen.button(
                    "▶ "
                            + speech.say(Phrase.FILES_NEXT, Math.min(page.total() - page.last(), ALBUM))
                                    .plain(),
                    new Action.Files(table.id(), record.id(), field.id(), page.number() + 1)));
        }
        return screen.build();
    }
}
