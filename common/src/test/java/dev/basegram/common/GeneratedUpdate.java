package dev.basegram.common;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An update of any kind with fields in any order, among others that intake has no business with, some of which look like
 * those it wants; and the head that must be found in it.
 */
record GeneratedUpdate(String json, UpdateHead head) {
    private static final List<UpdateKind> CHATTY = List.of(
            UpdateKind.MESSAGE,
            UpdateKind.EDITED_MESSAGE,
            UpdateKind.CHANNEL_POST,
            UpdateKind.BUSINESS_MESSAGE,
            UpdateKind.MY_CHAT_MEMBER,
            UpdateKind.CALLBACK_QUERY);

    static GeneratedUpdate of(RandomGenerator random) {
        return new Generator(random).update();
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Generator {
        private final RandomGenerator random;

        Generator(RandomGenerator random) {
            this.random = random;
        }

        GeneratedUpdate update() {
            long id = random.nextBoolean() ? random.nextInt(1, Integer.MAX_VALUE) : random.nextLong();
            UpdateKind kind = CHATTY.get(random.nextInt(CHATTY.size()));
            Long chat = maybe(random.nextLong(-(1L << 52), 1L << 52));
            Long person = maybe(random.nextLong(1, 1L << 52));
            Long thread = maybe(random.nextLong(1, 1000));
            boolean topic = random.nextBoolean();
            Long date = maybe(random.nextLong(1, 4_000_000_000L));
            Long edited = kind == UpdateKind.EDITED_MESSAGE ? maybe(random.nextLong(1, 4_000_000_000L)) : null;
            String business = kind == UpdateKind.BUSINESS_MESSAGE ? "conn-" + random.nextInt(100) : null;

            List<String> message = new ArrayList<>();
            field(message, "chat", chat == null ? null : object("id", chat));
            field(message, "message_thread_id", thread);
            field(message, "is_topic_message", topic ? "true" : null);
            field(message, "date", date);
            field(message, "edit_date", edited);
            field(message, "business_connection_id", business == null ? null : "\"" + business + "\"");
            noise(message);
            List<String> payload = message;
            if (kind == UpdateKind.CALLBACK_QUERY) {
                field(message, "from", "{\"id\":424242}");
                payload = new ArrayList<>(List.of("\"message\":" + shuffled(message), "\"data\":\"{\\\"id\\\":1}\""));
            }
            field(payload, "from", person == null ? null : object("id", person));

            List<String> top = new ArrayList<>(
                    List.of("\"update_id\":" + id, "\"%s\":%s".formatted(kind.field(), shuffled(payload))));
            Long born = kind == UpdateKind.CALLBACK_QUERY ? null : kind == UpdateKind.EDITED_MESSAGE ? edited : date;
            return new GeneratedUpdate(
                    shuffled(top),
                    new UpdateHead(
                            id,
                            kind,
                            chat,
                            topic ? thread : null,
                            person,
                            business,
                            born == null ? null : Instant.ofEpochSecond(born)));
        }

        private void noise(List<String> fields) {
            fields.add("\"text\":\"%s\""
                    .formatted(List.of("hi", "\\\"update_id\\\":1", "{[", "\\ud83d\\ude42", "é\u2028🙂")
                            .get(random.nextInt(5))));
            fields.add(
                    "\"reply_to_message\":{\"from\":{\"id\":1},\"chat\":{\"id\":2},\"date\":3,\"update_id\":4,\"message\":{\"chat\":{\"id\":9}}}");
            fields.add("\"entities\":[[{\"id\":1}],{\"from\":{\"id\":2}},null,1.5e300,\"x\"]");
            fields.add("\"younger_field\":%s%s".formatted("[".repeat(50), "]".repeat(50)));
        }

        private String object(String name, long value) {
            return random.nextBoolean()
                    ? "{\"%s\":%d}".formatted(name, value)
                    : "{\"a\":{\"id\":5},\"title\":\"x\",\"%s\":%d,\"b\":[{\"id\":6}]}".formatted(name, value);
        }

        private void field(List<String> fields, String name, @Nullable Object value) {
            if (value != null) {
                fields.add("\"%s\":%s".formatted(name, value));
            }
        }

        private String shuffled(List<String> fields) {
            List<String> order = new ArrayList<>(fields);
            Collections.shuffle(order, java.util.Random.from(random));
            return "{" + String.join(random.nextBoolean() ? "," : " ,\n ", order) + "}";
        }

        private @Nullable Long maybe(long value) {
            return random.nextInt(4) == 0 ? null : value;
        }
    }
}
