package dev.basegram.common;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a raw update in one pass over its tokens, building nothing.
 *
 * <p>The bytes themselves are what is stored and forwarded: parsing into a model and writing back loses fields that are
 * younger than the model. A field of an unexpected type is skipped, never an error, so that a poisoned update still gets its
 * place in the queue and its dead letter. Thread-safe.
 */
public final class UpdateReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<UpdateKind> EDITS =
            EnumSet.of(UpdateKind.EDITED_MESSAGE, UpdateKind.EDITED_CHANNEL_POST, UpdateKind.EDITED_BUSINESS_MESSAGE);
    /** The last second a lifetime can still be added to; beyond is nonsense anyway. */
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond() / 2;

    private UpdateReader() {}

    /** What reading found. */
    public sealed interface Result {
        /** An update. */
        record Valid(UpdateHead head) implements Result {}

        /** Not an update; the reason says why and quotes nothing of the body. */
        record Malformed(String reason) implements Result {}
    }

    /** Reads one update; never throws, whatever the bytes. */
    public static Result read(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return new UpdateTokens(parser).read();
        } catch (StreamConstraintsException _) {
            return new Result.Malformed("nested too deeply, or with a name or number too long");
        } catch (IOException _) {
            return new Result.Malformed("not well-formed JSON");
        }
    }

    private static final class UpdateTokens {
        private final JsonParser parser;
        private @Nullable Long updateId;
        private UpdateKind kind = UpdateKind.UNKNOWN;
        private @Nullable Long chat;
        private @Nullable Long thread;
        private boolean inTopic;
        private @Nullable Long person;
        private @Nullable String business;
        private @Nullable Long date;
        private @Nullable Long editDate;

        UpdateTokens(JsonParser parser) {
            this.parser = parser;
        }

        Result read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Result.Malformed("not a JSON object");
            }
            boolean idIsInteger = true;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("update_id")) {
                    updateId = longValue(value);
                    idIsInteger = updateId != null;
                    parser.skipChildren();
                } else {
                    UpdateKind named = UpdateKind.ofField(field);
                    if (named != UpdateKind.UNKNOWN && kind == UpdateKind.UNKNOWN) {
                        kind = named;
                    }
                    readPayload(value, named == UpdateKind.CALLBACK_QUERY);
                }
            }
            if (parser.nextToken() != null) {
                return new Result.Malformed("more than one JSON value");
            }
            if (updateId == null) {
                return new Result.Malformed(idIsInteger ? "no update_id" : "update_id is not an integer");
            }
            return new Result.Valid(
                    new UpdateHead(updateId, kind, chat, inTopic ? thread : null, person, business, date()));
        }

        /** An edit without its date must not age by the message's own, which may be a year ago; 0 and less is no date. */
        private @Nullable Instant date() {
            Long born = editDate != null || EDITS.contains(kind) ? editDate : date;
            return born == null || born <= 0 || born > LAST_SECOND ? null : Instant.ofEpochSecond(born);
        }

        private void readPayload(JsonToken start, boolean isPress) throws IOException {
            if (start != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (field) {
                    case "from", "user" -> person = person == null ? idOf(value) : skip(person);
                    case "chat" -> chat = chat == null ? idOf(value) : skip(chat);
                    case "message_thread_id" -> thread = longValue(value);
                    case "is_topic_message" -> inTopic = value == JsonToken.VALUE_TRUE;
                    case "business_connection_id" -> business = textValue(value);
                    case "date" -> date = longValue(value);
                    case "edit_date" -> editDate = longValue(value);
                    case "message" -> readPressedMessage(value, isPress);
                    default -> parser.skipChildren();
                }
                if (parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                }
            }
        }

        /** The message under a pressed button: its chat and topic are the press's, its sender and date are not. */
        private void readPressedMessage(JsonToken start, boolean isPress) throws IOException {
            if (!isPress || start != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            Long presser = person;
            person = null;
            readPayload(start, false);
            person = presser;
            date = null;
            editDate = null;
        }

        private @Nullable Long idOf(JsonToken start) throws IOException {
            if (start != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return null;
            }
            Long id = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = parser.currentName().equals("id");
                JsonToken value = parser.nextToken();
                if (isId) {
                    id = longValue(value);
                }
                parser.skipChildren();
            }
            return id;
        }

        private <T> T skip(T kept) throws IOException {
            parser.skipChildren();
            return kept;
        }

        private @Nullable Long longValue(JsonToken token) throws IOException {
            if (token != JsonToken.VALUE_NUMBER_INT) {
                return null;
            }
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : (Long) parser.getLongValue();
        }

        private @Nullable String textValue(JsonToken token) throws IOException {
            return token == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
    }
}
