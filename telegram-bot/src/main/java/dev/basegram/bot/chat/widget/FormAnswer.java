package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.telegram.SentFile;
import java.util.List;

/** What a person answered to one step of a form. */
public sealed interface FormAnswer {
    /** A value. */
    record Value(CellValue value) implements FormAnswer {}

    /** Files that wait at Telegram until the form is saved. */
    record Files(List<SentFile> files) implements FormAnswer {
        /** Creates a copy of the list. */
        public Files {
            files = List.copyOf(files);
        }
    }

    /** Left empty. */
    record Skipped() implements FormAnswer {}
}
