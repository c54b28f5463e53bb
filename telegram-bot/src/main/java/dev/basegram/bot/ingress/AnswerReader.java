package dev.basegram.bot.ingress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of the Bot API and cuts its result into elements, each the very bytes that came.
 *
 * <p>Nothing within an element can make its neighbours unreadable, whatever its fields hold; and of an answer that breaks off,
 * the elements before the break are kept.
 */
final class AnswerReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxNumberLength(1 << 20)
                    .maxNameLength(1 << 20)
                    .maxStringLength(64 << 20)
                    .build())
            .build();

    private final byte[] body;
    private final List<byte[]> elements = new ArrayList<>();
    private @Nullable Boolean ok;
    private boolean hasResult;
    private int code;
    private String description = "";
    private @Nullable Duration retryAfter;

    private AnswerReader(byte[] body) {
        this.body = body;
    }

    /** Reads an answer; never throws, whatever the bytes. */
    static BotApiAnswer read(int status, byte[] body) {
        var reader = new AnswerReader(body);
        boolean whole = reader.readAll();
        if (Boolean.TRUE.equals(reader.ok) && (whole ? reader.hasResult : !reader.elements.isEmpty())) {
            return new BotApiAnswer.Ok(reader.elements, whole);
        }
        if (Boolean.FALSE.equals(reader.ok) && whole) {
            return new BotApiAnswer.Refused(
                    reader.code == 0 ? status : reader.code, reader.description, reader.retryAfter);
        }
        return new BotApiAnswer.Unreadable(
                status, body.length == 0 ? "an empty answer" : "an answer that is not the Bot API's");
    }

    private boolean readAll() {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                readField(parser, field, parser.nextToken());
            }
            return parser.currentToken() == JsonToken.END_OBJECT;
        } catch (IOException _) {
            return false;
        }
    }

    private void readField(JsonParser parser, String field, JsonToken value) throws IOException {
        switch (field) {
            case "ok" -> ok = value.isBoolean() ? Boolean.valueOf(value == JsonToken.VALUE_TRUE) : null;
            case "error_code" -> code = value == JsonToken.VALUE_NUMBER_INT ? parser.getValueAsInt() : 0;
            case "description" -> description = value == JsonToken.VALUE_STRING ? parser.getText() : "";
            case "parameters" -> readParameters(parser, value);
            case "result" -> readResult(parser, value);
            default -> parser.skipChildren();
        }
    }

    private void readParameters(JsonParser parser, JsonToken start) throws IOException {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals("retry_after");
            JsonToken value = parser.nextToken();
            if (named && value == JsonToken.VALUE_NUMBER_INT) {
                retryAfter = Duration.ofSeconds(Math.max(0, parser.getValueAsLong()));
            }
            parser.skipChildren();
        }
    }

    private void readResult(JsonParser parser, JsonToken start) throws IOException {
        hasResult = true;
        if (start != JsonToken.START_ARRAY) {
            elements.add(slice(parser));
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the answer ends within its result");
            }
            elements.add(slice(parser));
        }
    }

    /** The bytes of the value whose first token is current. */
    private byte[] slice(JsonParser parser) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return Arrays.copyOfRange(body, from, (int) parser.currentLocation().getByteOffset());
    }
}
