package dev.basegram.bot.inbox;

import dev.basegram.common.LaneMark;
import dev.basegram.common.UpdateLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Raw updates as Telegram sends them. */
public final class Updates {
    /** A log for inboxes under test. */
    public static final UpdateLog LOG = new UpdateLog(LaneMark.keyedBy("of a test"));

    private Updates() {}

    public static byte[] message(long updateId, long person, String text, Instant date) {
        return """
                {"update_id":%d,
                "message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"Ann"},\
                "chat":{"id":%d,"type":"private"},"date":%d,"text":"%s","younger_field":{"kept":[1,2.50]}}}""".formatted(updateId, updateId, person, person, date.getEpochSecond(), text)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] press(long updateId, long person, String data) {
        return """
                {"update_id":%d,"callback_query":{"id":"9","from":{"id":%d},"chat_instance":"1","data":"%s",\
                "message":{"message_id":7,"chat":{"id":%d,"type":"private"},"date":1700000000,"text":"menu"}}}""".formatted(updateId, person, data, person).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] inlineQuery(long updateId, long person) {
        return """
                {"update_id":%d,"inline_query":{"id":"9","from":{"id":%d},"query":"a","offset":""}}""".formatted(updateId, person).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] ofUnknownKind(long updateId) {
        return "{\"update_id\":%d,\"telepathy\":{\"from\":{\"id\":1}}}"
                .formatted(updateId)
                .getBytes(StandardCharsets.UTF_8);
    }
}
