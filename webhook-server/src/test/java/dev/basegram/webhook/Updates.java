package dev.basegram.webhook;

import java.time.Duration;
import java.time.Instant;

/** Updates of the kinds that differ in how long they can wait. */
public final class Updates {
    private Updates() {}

    public static String message(long id) {
        return message(id, Instant.now());
    }

    public static String message(long id, Instant date) {
        return "{\"update_id\":%d,\n\"message\":{\"message_id\":1,\"from\":{\"id\":7},\"chat\":{\"id\":7},\"date\":%d,\"text\":\"hi\"}}"
                .formatted(id, date.getEpochSecond());
    }

    /** A message that Telegram will forget in a few seconds. */
    public static String messageAtTheEndOfItsLife(long id, Duration left) {
        return message(id, Instant.now().minus(Duration.ofHours(24)).plus(left));
    }

    public static String press(long id) {
        return "{\"update_id\":%d,\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":7},\"data\":\"x\"}}".formatted(id);
    }

    public static String inlineQuery(long id) {
        return "{\"update_id\":%d,\"inline_query\":{\"id\":\"1\",\"from\":{\"id\":7},\"query\":\"x\"}}".formatted(id);
    }
}
