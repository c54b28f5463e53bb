package dev.basegram.bot.chat.form;

import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.files.FilesIn;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.undo.Undo;
import dev.basegram.bot.chat.widget.Widgets;
import dev.basegram.bot.session.DraftStore;
import dev.basegram.bot.session.PreferenceStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.MessageSender;
import java.time.Clock;

/** Forms, for tests of other packages. */
public record FormParts(Forms forms, RecordEdits edits, Drafts drafts) {
    /** Returns what the scheduler runs every hour. */
    public static Expiry expiry(
            DraftStore drafts,
            Database database,
            Checkpoint checkpoint,
            Speeches speeches,
            PreferenceStore preferences,
            MessageSender sender,
            Clock clock) {
        return new DraftExpiry(drafts, database, checkpoint, speeches, preferences, sender, clock)::expire;
    }

    /** Runs once. */
    public interface Expiry {
        void run() throws InterruptedException;
    }

    public static FormParts of(Widgets widgets, DraftStore drafts, Browsing browsing, FilesIn files, Undo undo) {
        FormView view = new FormView(widgets, drafts);
        Forms forms = new Forms(
                widgets,
                drafts,
                view,
                new FormSaver(view, drafts, browsing, files, undo),
                new WaitingForm(drafts),
                browsing);
        return new FormParts(forms, new RecordEdits(view, browsing, undo), new Drafts(drafts, forms));
    }
}
