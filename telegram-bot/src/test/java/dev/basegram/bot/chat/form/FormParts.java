package dev.basegram.bot.chat.form;

import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.files.FilesIn;
import dev.basegram.bot.chat.undo.Undo;
import dev.basegram.bot.chat.widget.Widgets;
import dev.basegram.bot.session.DraftStore;

/** Forms, for tests of other packages. */
public record FormParts(Forms forms, RecordEdits edits, Drafts drafts) {
    public static FormParts of(Widgets widgets, DraftStore drafts, Browsing browsing, FilesIn files, Undo undo) {
        FormView view = new FormView(widgets, drafts);
        Forms forms = new Forms(widgets, drafts, view, new FormSaver(view, drafts, browsing, files, undo), browsing);
        return new FormParts(forms, new RecordEdits(view, browsing, undo), new Drafts(drafts, forms));
    }
}
