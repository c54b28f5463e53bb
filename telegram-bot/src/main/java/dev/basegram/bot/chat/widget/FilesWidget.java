package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.files.FileLinks;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.PersonInput;
import dev.basegram.bot.telegram.SentFile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Files: sent one after the other or as an album, then Done. What cannot be stored is said at once, not at the end; of an album the
 * rest is taken, and the screen names what was not.
 */
@Singleton
final class FilesWidget implements Widget {
    private static final long MEGABYTE = 1L << 20;
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_NAMED = 10;

    private final FileLinks links;

    FilesWidget(FileLinks links) {
        this.links = links;
    }

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
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.ASK_FILES)));
        List<String> refused = question.state().chosen();
        if (!refused.isEmpty()) {
            String names = refused.stream().map(name -> "«" + name + "»").collect(Collectors.joining(", "));
            lines.add(Html.of("⚠️ ").plus(speech.say(Phrase.FILES_NOT_TAKEN, names)));
        }
        if (sent == 0) {
            return Ask.typed(Html.join("\n", lines));
        }
        lines.add(speech.say(Phrase.FILES_SO_FAR, sent));
        return Ask.grid(
                Html.join("\n", lines),
                2,
                List.of(
                        new Ask.Choice(
                                "✔️ %s (%d)".formatted(speech.label(Phrase.DONE_BUTTON), sent),
                                FormPress.of(FormPress.Kind.DONE)),
                        new Ask.Choice(speech.label(Phrase.CLEAR_BUTTON), FormPress.of(FormPress.Kind.CLEAR))));
    }

    @Override
    public Verdict read(Question question, PersonInput input) {
        Speech speech = question.speech();
        if (!(input instanceof PersonInput.File(SentFile file, String album, var _))) {
            return new Verdict.Refused(speech.say(Phrase.NEED_FILE));
        }
        WidgetState state = question.state();
        Optional<Html> refusal = refusal(file, speech);
        if (refusal.isPresent()) {
            // The next file of an album would wipe the words away with its own screen.
            return album == null ? new Verdict.Refused(refusal.get()) : new Verdict.GoOn(refused(state, file));
        }
        if (state.files().stream().anyMatch(known -> known.fileId().equals(file.fileId()))) {
            return new Verdict.GoOn(state);
        }
        if (state.files().size() >= MOST) {
            return new Verdict.Refused(speech.say(Phrase.FILES_ENOUGH, MOST));
        }
        List<SentFile> files = new ArrayList<>(state.files());
        files.add(file);
        return new Verdict.GoOn(state.withFiles(files));
    }

    private Optional<Html> refusal(SentFile file, Speech speech) {
        Long size = file.size();
        if (size == null) {
            return Optional.empty();
        }
        if (size == 0) {
            return Optional.of(speech.say(Phrase.FILE_BLANK, shown(file)));
        }
        if (size > SentFile.MAX_FETCH) {
            return Optional.of(speech.say(Phrase.FILE_BEYOND_TELEGRAM, shown(file), SentFile.MAX_FETCH / MEGABYTE));
        }
        return size > links.largest()
                ? Optional.of(speech.say(Phrase.FILE_TOO_LARGE, shown(file), links.largest() / MEGABYTE))
                : Optional.empty();
    }

    private static String shown(SentFile file) {
        return Html.of(file.name()).shortened(LONGEST_NAME).plain();
    }

    private static WidgetState refused(WidgetState state, SentFile file) {
        List<String> names = new ArrayList<>(state.chosen());
        if (names.size() < MOST_NAMED) {
            names.add(shown(file));
        }
        return state.withChosen(names);
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        WidgetState state = question.state();
        return switch (press.kind()) {
            case CLEAR -> new Verdict.GoOn(state.withFiles(List.of()).withChosen(List.of()));
            case DONE ->
                state.files().isEmpty()
                        ? new Verdict.GoOn(state)
                        : new Verdict.Taken(new FormAnswer.Files(state.files()), null);
            default -> new Verdict.GoOn(state);
        };
    }
}
