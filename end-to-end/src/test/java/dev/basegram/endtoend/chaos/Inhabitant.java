package dev.basegram.endtoend.chaos;

import dev.basegram.endtoend.conversation.Marks;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A person who writes in bursts, without waiting, and now and then adds a client with care: reading each screen, pressing Save,
 * sometimes twice. Keeps account of what they did.
 */
final class Inhabitant {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int MOST_UNANSWERED = 8;

    private final Person person;
    private final RandomGenerator random;
    private final List<Integer> written = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private int presses;

    Inhabitant(Person person, RandomGenerator random) {
        this.person = person;
        this.random = random;
    }

    void until(Supplier<Instant> end) {
        while (Instant.now().isBefore(end.get())) {
            if (random.nextInt(4) == 0) {
                addClient();
            } else {
                writeBurst();
            }
            Pause.of(Duration.ofMillis(random.nextInt(100, 1_500)));
        }
    }

    private void writeBurst() {
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int number = written.size() + 1;
            person.says(Marks.message(number));
            written.add(number);
        }
    }

    private void addClient() {
        String name = "Client %d of %d".formatted(begun.size() + 1, person.id());
        begun.add(name);
        openForm();
        person.says(name);
        goToReview();
        person.sees(name);
        if (isSaved()) {
            saved.add(name);
        } else {
            person.says("/cancel");
        }
    }

    /** Asks for the form until it comes: while Airtable is down the bot says so and asks to try again. */
    private void openForm() {
        while (!person.says("/add Clients").seesOneOf("Name", "try again").equals("Name")) {
            Pause.of(Duration.ofSeconds(5));
        }
    }

    /** Presses on to the review. While Airtable is away the bot keeps the form, with what was just written, and offers to go on. */
    private void goToReview() {
        while (true) {
            String next = person.seesOneButtonOf("Save", "Review", "🔁");
            if (next.equals("Save")) {
                return;
            }
            pressAgain(next);
            Pause.of(Duration.ofSeconds(1));
        }
    }

    /**
     * Presses Save until the bot says that it is saved, and gives up when the bot puts the person off: then nobody was told
     * that it is saved, and there may be one record or none.
     */
    private boolean isSaved() {
        press("Save");
        if (random.nextInt(3) == 0) {
            pressAgain("Save");
        }
        for (int unanswered = 0; unanswered < MOST_UNANSWERED; ) {
            String seen = person.seesOneOfWithin(
                            SOON, "Saved", "Not saved yet", "did not confirm", "kept where it is", "try again")
                    .orElse("");
            switch (seen) {
                case "Saved" -> {
                    return true;
                }
                case "try again" -> {
                    return false;
                }
                case "" -> {
                    // Telegram gives a press up after 150 s in which it could not be delivered: who sees nothing
                    // presses again.
                    unanswered++;
                    pressAgain("Save");
                }
                default -> {
                    Pause.of(Duration.ofSeconds(2));
                    pressAgain("🔁");
                    pressAgain("Save");
                }
            }
        }
        throw new AssertionError("%d pressed Save for minutes and saw nothing come of it:\n%s"
                .formatted(person.id(), person.chat().drawn()));
    }

    private void press(String label) {
        person.presses(label);
        presses++;
    }

    /** An impatient second press: the button may be gone by then, which is as well. */
    private void pressAgain(String label) {
        if (person.pressesIfThere(label)) {
            presses++;
        }
    }

    Person person() {
        return person;
    }

    /** Returns the numbers of the messages written, in order. */
    List<Integer> written() {
        return written;
    }

    /** Returns the clients that this person was told are saved. */
    List<String> saved() {
        return saved;
    }

    /** Returns the clients that this person began to add: those saved, and those the bot put them off with. */
    List<String> begun() {
        return begun;
    }

    int updates() {
        return written.size() + presses + 2 * begun.size();
    }
}
