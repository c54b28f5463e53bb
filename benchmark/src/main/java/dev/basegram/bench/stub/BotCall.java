package dev.basegram.bench.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the Bot API as it arrived.
 *
 * @param method such as {@code sendMessage}
 * @param parameters by name; structured ones as JSON text
 * @param messageId of the message that it sends or edits; 0 when it does neither
 * @param at {@link System#nanoTime} of its arrival
 */
public record BotCall(String method, Map<String, String> parameters, int messageId, long at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns a parameter, empty when it was not sent. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Returns the chat the call is about, 0 when it is about none. */
    public long chat() {
        return parameter("chat_id").map(Long::parseLong).orElse(0L);
    }

    /** Returns the inline keyboard's buttons that carry data, row after row; empty when there is no keyboard. */
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        parameter("reply_markup")
                .map(BotCall::read)
                .ifPresent(markup -> markup.path("inline_keyboard")
                        .forEach(row -> row.forEach(button -> {
                            if (button.has("callback_data")) {
                                keys.add(new Key(
                                        button.path("text").asText(),
                                        button.get("callback_data").asText()));
                            }
                        })));
        return keys;
    }

    static BotCall read(String method, String contentType, String query, String body, int newMessageId, long at) {
        var parameters = new HashMap<String, String>();
        addForm(parameters, query);
        if (contentType.startsWith("application/json")) {
            read(body).properties().forEach(p -> parameters.put(p.getKey(), text(p.getValue())));
        } else if (contentType.startsWith("multipart/")) {
            throw new IllegalArgumentException("multipart is for files, which no benchmark sends");
        } else {
            addForm(parameters, body);
        }
        int messageId =
                method.startsWith("send") ? newMessageId : Integer.parseInt(parameters.getOrDefault("message_id", "0"));
        return new BotCall(method, Map.copyOf(parameters), messageId, at);
    }

    private static void addForm(Map<String, String> parameters, String form) {
        if (!form.isEmpty()) {
            new QueryStringDecoder(form, false)
                    .parameters()
                    .forEach((name, all) -> parameters.put(name, all.getFirst()));
        }
    }

    private static JsonNode read(String json) {
        try {
            return json.isEmpty() ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a Bot API call with a body that is no JSON", e);
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
