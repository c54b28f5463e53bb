package dev.basegram.endtoend.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a chat shows at one moment. */
public final class ChatSnapshot {
    private final List<Shown> messages = new ArrayList<>();

    /**
     * One message as it stands after edits.
     *
     * @param byBot whether the bot sent it
     * @param buttons the labels of its inline keyboard, row by row
     */
    public record Shown(int id, boolean byBot, String text, List<List<String>> buttons) {
        boolean hasButton(String label) {
            return button(label).isPresent();
        }

        /** Returns the full label of the button that is called so, or else of the first whose label contains it. */
        Optional<String> button(String label) {
            List<String> all = buttons.stream().flatMap(List::stream).toList();
            return all.stream()
                    .filter(label::equals)
                    .findFirst()
                    .or(() ->
                            all.stream().filter(shown -> shown.contains(label)).findFirst());
        }

        private String drawn() {
            String rows = buttons.stream()
                    .map(row -> row.stream().map(label -> "[" + label + "]").collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("\n    "));
            return "%s %d: %s%s"
                    .formatted(
                            byBot ? "  bot" : "person",
                            id,
                            text.replace("\n", "\n    "),
                            rows.isEmpty() ? "" : "\n    " + rows);
        }
    }

    ChatSnapshot(JsonNode view) {
        for (JsonNode message : view.path("messages")) {
            messages.add(new Shown(
                    message.path("message_id").asInt(),
                    message.path("outgoing").asBoolean(),
                    message.path("text").asText(message.path("caption").asText("")),
                    buttons(message.path("reply_markup").path("inline_keyboard"))));
        }
    }

    public List<Shown> messages() {
        return messages;
    }

    public List<Shown> fromBot() {
        return messages.stream().filter(Shown::byBot).toList();
    }

    /** Returns the chat as a person could describe it. */
    public String drawn() {
        return messages.isEmpty()
                ? "(an empty chat)"
                : messages.stream().map(Shown::drawn).collect(Collectors.joining("\n"));
    }

    private static List<List<String>> buttons(JsonNode keyboard) {
        return stream(keyboard)
                .map(row ->
                        stream(row).map(button -> button.path("text").asText()).toList())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
