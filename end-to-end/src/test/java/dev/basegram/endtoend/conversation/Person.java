package dev.basegram.endtoend.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A person in their private chat with the bot.
 *
 * <p>What they <em>see</em> is what came of the last thing they did: the messages since their last own one, and the screen whose
 * button they pressed. Each step waits, generously, and fails with the chat and the logs. Not thread-safe.
 */
public final class Person {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What a person can see without scrolling far. */
    private static final int SCREENFUL = 40;

    private final long id;
    private final Sandbox sandbox;
    private final Supplier<String> logs;
    private final Duration patience;
    private int lastOwn;
    private int lastPressed;

    public Person(long id, Sandbox sandbox, Supplier<String> logs) {
        this(id, sandbox, logs, PATIENCE);
    }

    private Person(long id, Sandbox sandbox, Supplier<String> logs, Duration patience) {
        this.patience = patience;
        this.id = id;
        this.sandbox = sandbox;
        this.logs = logs;
    }

    /** Returns the same person with more patience, for times when everything fails. */
    public Person waiting(Duration longer) {
        return new Person(id, sandbox, logs, longer);
    }

    /** Sends a text. */
    public Person says(String text) {
        JsonNode done = sandbox.act(act().put("text", text));
        lastOwn = done.path("message").asInt();
        lastPressed = 0;
        return this;
    }

    /** Sends photos as one album. */
    public Person sendsAlbum(List<byte[]> photos) {
        ObjectNode act = act();
        ArrayNode files = act.putArray("files");
        photos.forEach(photo -> files.addObject()
                .put("kind", "photo")
                .put("content", Base64.getEncoder().encodeToString(photo)));
        lastOwn = sandbox.act(act).path("message").asInt();
        lastPressed = 0;
        return this;
    }

    /** Shares a number as one's own contact, as the button for it does. */
    public Person sharesNumber(String number) {
        ObjectNode act = act();
        act.putObject("contact").put("of", id).put("phone", number);
        lastOwn = sandbox.act(act).path("message").asInt();
        lastPressed = 0;
        return this;
    }

    /** Presses the button of this label, or else one whose label contains it, on the newest message that has one. */
    public Person presses(String label) {
        ChatSnapshot.Shown screen = awaited("a button «" + label + "»", shown -> shown.hasButton(label));
        ObjectNode act = act();
        act.putObject("press")
                .put("message", screen.id())
                .put("label", screen.button(label).orElseThrow());
        sandbox.act(act);
        lastPressed = screen.id();
        return this;
    }

    /** Presses the button of this label if one of the bot's latest screens has it now; returns whether it did. */
    public boolean pressesIfThere(String label) {
        return chat().fromBot().stream()
                .filter(this::isOfNow)
                .filter(shown -> shown.hasButton(label))
                .max(Comparator.comparingInt(ChatSnapshot.Shown::id))
                .map(screen -> {
                    ObjectNode act = act();
                    act.putObject("press")
                            .put("message", screen.id())
                            .put("label", screen.button(label).orElseThrow());
                    return sandbox.tryAct(act);
                })
                .orElse(false);
    }

    /** Waits until all these words stand in one message of the bot's. */
    public Person sees(String... words) {
        awaited(
                "«" + String.join("», «", words) + "»",
                shown -> List.of(words).stream().allMatch(shown.text()::contains));
        return this;
    }

    /** Waits until a regular expression finds something in one message of the bot's. */
    public Person seesMatch(String expression) {
        Pattern pattern = Pattern.compile(expression);
        awaited(
                "something like «" + expression + "»",
                shown -> pattern.matcher(shown.text()).find());
        return this;
    }

    /** Waits until one of these texts stands in a message of the bot's and returns the first of them that does. */
    public String seesOneOf(String... texts) {
        ChatSnapshot.Shown shown = awaited(
                "any of «" + String.join("», «", texts) + "»",
                message -> Arrays.stream(texts).anyMatch(message.text()::contains));
        return Arrays.stream(texts).filter(shown.text()::contains).findFirst().orElseThrow();
    }

    /** Returns the first of these texts that stands in a message of the bot's; empty when none does for so long. */
    public Optional<String> seesOneOfWithin(Duration time, String... texts) {
        try {
            return Optional.of(waitingFrom(time).seesOneOf(texts));
        } catch (NotSeen _) {
            return Optional.empty();
        }
    }

    private Person waitingFrom(Duration time) {
        Person same = waiting(time);
        same.lastOwn = lastOwn;
        same.lastPressed = lastPressed;
        return same;
    }

    /** What was waited for did not come. */
    private static final class NotSeen extends AssertionError {
        private static final long serialVersionUID = 1L;

        NotSeen(String why) {
            super(why);
        }
    }

    /** Waits until a screen offers one of these buttons and returns the first of them that the newest such screen has. */
    public String seesOneButtonOf(String... labels) {
        ChatSnapshot.Shown shown = awaited(
                "any button of «" + String.join("», «", labels) + "»",
                message -> Arrays.stream(labels).anyMatch(message::hasButton));
        return Arrays.stream(labels).filter(shown::hasButton).findFirst().orElseThrow();
    }

    /** Waits until a screen offers this button. */
    public Person seesButton(String label) {
        awaited("a button «" + label + "»", shown -> shown.hasButton(label));
        return this;
    }

    /** Returns what the chat shows now. */
    public ChatSnapshot chat() {
        return sandbox.chat(id);
    }

    public long id() {
        return id;
    }

    private ChatSnapshot.Shown awaited(String what, Predicate<ChatSnapshot.Shown> found) {
        ChatSnapshot.Shown[] match = new ChatSnapshot.Shown[1];
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        match[0] = sandbox.chat(id, SCREENFUL).fromBot().stream()
                                .filter(this::isOfNow)
                                .filter(found)
                                .max(Comparator.comparingInt(ChatSnapshot.Shown::id))
                                .orElse(null);
                        return match[0] != null;
                    });
            return match[0];
        } catch (ConditionTimeoutException e) {
            throw new NotSeen("%d does not see %s within %d s.\nThe chat:\n%s\n\nThe logs:\n%s"
                    .formatted(id, what, patience.toSeconds(), chat().drawn(), logs.get()));
        }
    }

    private boolean isOfNow(ChatSnapshot.Shown shown) {
        return shown.id() > lastOwn || shown.id() == lastPressed;
    }

    private ObjectNode act() {
        return Sandbox.object().put("chat", id).put("from", id);
    }
}
