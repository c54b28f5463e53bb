package dev.basegram.bot.ops.commands;

import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.CommandScreen;
import dev.basegram.bot.chat.screen.Page;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.inbox.DeadLetter;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The updates that were given up: why, and whether to try them once more or to forget them. */
@Singleton
class DeadLetterScreens implements CommandScreen {
    private static final int MOST = 1_000;
    private static final int PAGE = 6;

    /** Asked for late: the inbox is made with the chat that this is a part of. */
    private final Provider<Inbox> inbox;

    DeadLetterScreens(Provider<Inbox> inbox) {
        this.inbox = inbox;
    }

    @Override
    public String screen() {
        return "replay";
    }

    @Override
    public Audience audience() {
        return Audience.OWNER;
    }

    /** Data is a word, a dot, and a page or a reference, whose dash is one of the characters that data may have. */
    @Override
    public Reply press(Turn turn, String data) {
        int dot = data.indexOf('.');
        String word = dot < 0 ? data : data.substring(0, dot);
        String what = dot < 0 ? "" : data.substring(dot + 1);
        return switch (word) {
            case "list" -> list(turn, number(what));
            case "show" -> show(turn, what);
            case "again" -> again(turn, what);
            case "all" -> all(turn);
            case "ask" -> ask(turn, what);
            case "drop" -> drop(turn, what);
            default -> Reply.NONE;
        };
    }

    private static int number(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), 0, MOST);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private Button button(String label, String word, String what) {
        return Screen.button(label, new Action.Own(screen(), word + "." + what));
    }

    Reply list(Turn turn, int number) {
        return Reply.show(list(turn, number, Html.EMPTY));
    }

    private Screen list(Turn turn, int number, Html first) {
        Speech speech = turn.speech();
        List<DeadLetter> letters = inbox.get().deadLetters().newest(MOST);
        if (letters.isEmpty()) {
            return Screen.of(withFirst(first, speech.say(Phrase.LETTERS_NONE)));
        }
        Page<DeadLetter> page = Page.of(letters, number, PAGE);
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.LETTERS_TITLE, letters.size()), Html.EMPTY));
        page.rows().forEach(letter -> lines.add(line(letter, turn)));
        List<Button> each = page.rows().stream()
                .map(letter -> button(letter.reference(), "show", letter.reference()))
                .toList();
        List<Button> turns = new ArrayList<>();
        if (page.hasPrevious()) {
            turns.add(button("◀", "list", Integer.toString(page.number() - 1)));
        }
        if (page.hasNext()) {
            turns.add(button("▶", "list", Integer.toString(page.number() + 1)));
        }
        Screen.Builder screen = Screen.with(withFirst(first, Html.join("\n", lines)))
                .grid(3, each)
                .row(turns);
        long again =
                letters.stream().filter(letter -> letter.updateId().isPresent()).count();
        if (again > 0) {
            screen.row(button("🔁 " + speech.label(Phrase.LETTERS_ALL, again), "all", "0"));
        }
        return screen.build();
    }

    private static Html withFirst(Html first, Html text) {
        return first.isBlank() ? text : Html.lines(first, Html.EMPTY, text);
    }

    private static Html line(DeadLetter letter, Turn turn) {
        return Html.code(letter.reference())
                .plus(" · " + turn.speech().dates().recent(letter.diedAt(), turn.now()) + " · ")
                .plus(letter.reason());
    }

    private Optional<DeadLetter> find(String reference) {
        return inbox.get().deadLetters().newest(MOST).stream()
                .filter(letter -> letter.reference().equals(reference))
                .findFirst();
    }

    private Reply show(Turn turn, String reference) {
        Optional<DeadLetter> found = find(reference);
        if (found.isEmpty()) {
            return list(turn, 0);
        }
        DeadLetter letter = found.get();
        Speech speech = turn.speech();
        Html text = Html.lines(
                Html.code(letter.reference()).styled(Html.Style.BOLD),
                speech.say(
                        Phrase.LETTER_WHAT,
                        letter.kind(),
                        speech.dates().recent(letter.receivedAt(), turn.now()),
                        speech.dates().recent(letter.diedAt(), turn.now()),
                        letter.attempts()),
                Html.italic(letter.reason()));
        List<Button> row = new ArrayList<>();
        if (letter.updateId().isPresent()) {
            row.add(button("🔁 " + speech.label(Phrase.LETTER_AGAIN), "again", reference));
        }
        row.add(button("🗑 " + speech.label(Phrase.LETTER_DROP), "ask", reference));
        return Reply.show(Screen.with(text)
                .row(row)
                .row(button("◀ " + speech.label(Phrase.BACK_BUTTON), "list", "0"))
                .build());
    }

    private Reply again(Turn turn, String reference) {
        boolean done = find(reference).filter(this::putBack).isPresent();
        Html said = done ? turn.speech().say(Phrase.LETTERS_REPLAYED, 1) : Html.EMPTY;
        return Reply.show(list(turn, 0, said));
    }

    private boolean putBack(DeadLetter letter) {
        return letter.updateId().isPresent()
                && inbox.get()
                        .deadLetters()
                        .replay(letter.updateId().getAsLong())
                        .await()
                        .indefinitely();
    }

    /** The oldest first, so that what one person did comes in the order in which they did it. */
    private Reply all(Turn turn) {
        int done = 0;
        for (DeadLetter letter : inbox.get().deadLetters().newest(MOST).reversed()) {
            done += putBack(letter) ? 1 : 0;
        }
        return Reply.show(list(turn, 0, turn.speech().say(Phrase.LETTERS_REPLAYED, done)));
    }

    /** A dropped letter is gone for good, so it is asked about first. */
    private Reply ask(Turn turn, String reference) {
        if (find(reference).isEmpty()) {
            return list(turn, 0);
        }
        Speech speech = turn.speech();
        return Reply.show(Screen.with(speech.say(Phrase.LETTER_DROP_ASK, Html.code(reference)))
                .row(
                        button("🗑 " + speech.label(Phrase.LETTER_DROP), "drop", reference),
                        button("◀ " + speech.label(Phrase.BACK_BUTTON), "show", reference))
                .build());
    }

    private Reply drop(Turn turn, String reference) {
        boolean dropped = inbox.get().deadLetters().drop(reference);
        Html said = dropped ? turn.speech().say(Phrase.LETTER_DROPPED, Html.code(reference)) : Html.EMPTY;
        return Reply.show(list(turn, 0, said));
    }
}
