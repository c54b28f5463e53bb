package dev.basegram.bench.chat;

import dev.basegram.bench.stub.BotCall;
import dev.basegram.bench.stub.Key;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One person, who walks from screen to screen by the buttons that the screen shows.
 *
 * <p>Thread-safe: presses are made by one thread, and the bot's calls arrive on another.
 */
final class Presser {
    /** What leads out of looking around: into a form, a search, a file, a change. */
    private static final List<String> ELSEWHERE =
            List.of("➕", "🔎", "✏", "🔔", "📎", "↗", "⋯", "▸", "🗑", "🌐", "⚙", "👥", "📤", "✅", "✔");

    /** After so many presses a person begins at home again. */
    private static final int WALK = 15;

    private final long id;
    private final Random random;
    private List<Key> keys = List.of();
    private int messageId;
    private int pressesLeft;
    private boolean waits;
    private long due;

    Presser(long id, Random random) {
        this.id = id;
        this.random = random;
    }

    long id() {
        return id;
    }

    /** What a person does next. */
    sealed interface Step {
        /** Asks for the home screen. */
        record Menu() implements Step {}

        /** Presses a button of this message. */
        record Press(int messageId, Key key) implements Step {}
    }

    /** Returns the next step, due at this time; empty while the last press has not changed the screen. */
    synchronized Optional<Step> next(long dueNow) {
        if (waits) {
            return Optional.empty();
        }
        List<Key> ways = keys.stream().filter(Presser::looksAround).toList();
        if (pressesLeft == 0 || ways.isEmpty()) {
            pressesLeft = WALK;
            keys = List.of();
            return Optional.of(new Step.Menu());
        }
        pressesLeft--;
        waits = true;
        due = dueNow;
        return Optional.of(new Step.Press(messageId, ways.get(random.nextInt(ways.size()))));
    }

    private static boolean looksAround(Key key) {
        return ELSEWHERE.stream().noneMatch(key.label()::contains);
    }

    /** Takes a call about this person's chat; returns the time since the press when it is the edited screen. */
    synchronized Optional<Long> sees(BotCall call) {
        boolean isNew = call.method().equals("sendMessage");
        if (!isNew && !call.method().equals("editMessageText")) {
            return Optional.empty();
        }
        keys = call.keys();
        messageId = call.messageId();
        boolean answersPress = waits && !isNew;
        waits = false;
        return answersPress ? Optional.of(call.at() - due) : Optional.empty();
    }

    /** Returns the time since the press that still waits for its screen; empty when none does. */
    synchronized Optional<Long> waitingSince(long now) {
        return waits ? Optional.of(now - due) : Optional.empty();
    }

    /** Gives a press up: its button shows what is shown already. */
    synchronized void giveUp() {
        waits = false;
        pressesLeft = 0;
    }
}
