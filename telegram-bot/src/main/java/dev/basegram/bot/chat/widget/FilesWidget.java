package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.PersonInput;
import dev.basegram.bot.telegram.SentFile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Files: sent one after the other or as an album, then Done. What cannot be stored is said at once, not at the end. */
@Singleton
final class FilesWidget implements Widget {
    private static final long MEGABYTE = 1L << 20;
    private static final int MOST = 50;

    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.Attachments;
    }

    @Override
    public WidgetState begin(Question question) {
        return question.answer() instanceof FormAnswer.Files(List<SentFile> files)
                ? WidgetState.NEW.withFiles(files)
                : WidgetState.NEW;
    }

    @Override
    public Ask ask(Question question) {
        Speech speech = question.speech();
        int sent = question.state().files().size();
        if (sent == 0) {
            return Ask.typed(speech.say(Phrase.ASK_FILES));
        }
        Html soFar = Html.lines(speech.say(Phrase.ASK_FILES), speech.say(Phrase.FILES_SO_FAR, sent));
        return Ask.grid(
                soFar,
                2,
                List.of(
                        new Ask.Choice(
                                "✔️ %s (%d)".formatted(speech.label(Phrase.DONE_BUTTON), sent),
                                FormPress.of(FormPress.Kind.DONE)),
                        new Ask.Choice(speech.label(Phrase.CLEAR_BUTTON), FormPress.of(FormPress.Kind.CLEAR))));
    }

    @Override
    public Verdict read(Question question, PersonInput input) {
        if (!(input instanceof PersonInput.File(SentFile file, var _, var _))) {
            return new Verdict.Refused(question.speech().say(Phrase.NEED_FILE));
        }
        if (file.size() != null && file.size() > NewFile.MOST_BYTES) {
            return new Verdict.Refused(
                    question.speech().say(Phrase.FILE_TOO_LARGE, file.name(), NewFile.MOST_BYTES / MEGABYTE));
        }
        List<SentFile> files = new ArrayList<>(question.state().files());
        if (files.size() < MOST
                && files.stream().noneMatch(known -> known.fileId().equals(file.fileId()))) {
            files.add(file);
        }
        return new Verdict.GoOn(question.state().withFiles(files));
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        WidgetState state = question.state();
        return switch (press.kind()) {
            case CLEAR -> new Verdict.GoOn(state.withFiles(List.of()));
            case DONE ->
                state.files().isEmpty()
                        ? new Verdict.GoOn(state)
                        : new Verdict.Taken(new FormAnswer.Files(state.files()), null);
            default -> new Verdict.GoOn(state);
        };
    }
}
