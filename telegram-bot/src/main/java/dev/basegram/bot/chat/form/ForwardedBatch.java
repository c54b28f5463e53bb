package dev.basegram.bot.chat.form;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.chat.widget.FormAnswer;
import dev.basegram.bot.telegram.PersonInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several messages forwarded at once: they are meant as one answer, to the step that was asked when the first of them came, and not as
 * answers to the steps after it.
 */
final class ForwardedBatch {
    private static final String MARK = "forwarded";

    /** Telegram stamps the messages of a batch within a second or two. */
    private static final long SPREAD = 2;

    private ForwardedBatch() {}

    /** Returns the field that the first message of the same batch answered. */
    static Optional<FieldId> answered(Turn turn) {
        String[] mark = mark(turn.session().album());
        long at = turn.update().forwardedAt();
        return mark.length == 3 && at != 0 && Math.abs(at - Long.parseLong(mark[1])) <= SPREAD
                ? Optional.of(new FieldId(mark[2]))
                : Optional.empty();
    }

    private static String[] mark(@Nullable String album) {
        return album != null && album.startsWith(MARK) ? album.split(" ", 3) : new String[0];
    }

    /** Notes which field a forwarded text answered. */
    static void note(Turn turn, FieldId field) {
        long at = turn.update().forwardedAt();
        if (at != 0) {
            turn.session(session -> session.withAlbum(MARK + " " + at + " " + field.value()));
        }
    }

    /** Returns a text to which more of the batch can be added; empty for an answer that is no text, or a message that is none. */
    static Optional<String> together(@Nullable FormAnswer before, PersonInput input) {
        if (!(input instanceof PersonInput.Text(String more))
                || !(before instanceof FormAnswer.Value(CellValue value))) {
            return Optional.empty();
        }
        return switch (value) {
            case CellValue.Text(String text) -> Optional.of(text + "\n" + more);
            case CellValue.RichText(String text) -> Optional.of(text + "\n" + more);
            default -> Optional.empty();
        };
    }
}
