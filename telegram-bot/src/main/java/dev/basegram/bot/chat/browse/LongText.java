package dev.basegram.bot.chat.browse;

import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.telegram.FileNames;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import dev.basegram.bot.telegram.OutgoingFile;
import java.util.List;

/** A long text in full: as messages while they are few, else as a file whose caption is its beginning. */
final class LongText {
    /** More messages than this nobody scrolls through. */
    private static final int MOST_MESSAGES = 3;

    private static final int BEGINNING = 500;

    private LongText() {}

    /**
     * Shows it.
     *
     * @param record what the record is called
     * @param hint says that the file has all of it
     */
    static Reply show(String record, String field, Html text, Html hint) {
        Html titled = Html.bold(field).plus(Html.NEWLINE).plus(text);
        if (titled.split(MessageSender.MAX_TEXT).size() <= MOST_MESSAGES) {
            return Reply.NONE.and(new Outgoing.Kept(titled, Markup.NONE));
        }
        String name = FileNames.clean((record + " - " + field).replaceAll("[/\\\\:*?\"<>|]", "_") + ".txt", "text.txt");
        OutgoingFile file =
                new OutgoingFile("", name, OutgoingFile.Kind.DOCUMENT, new OutgoingFile.Content.Text(text.plain()));
        Html caption = Html.lines(Html.bold(record).plus("  ·  " + field), text.shortened(BEGINNING), Html.EMPTY, hint);
        return Reply.NONE.and(new Outgoing.Files(List.of(file), caption, hint));
    }
}
