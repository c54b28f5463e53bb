package dev.basegram.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * An endless run of text messages, one after the other from each of many private chats. The same seed gives the same
 * updates, save their dates. Not thread-safe.
 *
 * <p>Each chat's request is laid once; per update only the ids and the date are written into a copy, in digits of fixed
 * width.
 */
public final class UpdateSource {
    private static final String UPDATE_ID = "700000001";
    private static final String MESSAGE_ID = "7000002";
    private static final String DATE = "1700000003";
    /** About what Telegram's own updates weigh, entities and names included. */
    private static final int BODY_BYTES = 1_024;

    private static final String[] NAMES = {"Anna", "Boris", "Chloé", "Дмитрий", "Elif", "فاطمة", "Gustavo", "Hana"};
    private static final String[] WORDS = {"order", "crate", "tomorrow", "Lisbon", "green", "twelve", "photo", "para"};

    private final List<Template> chats;
    private final LongSupplier unixSeconds;
    private long updateId;
    private int messageId = 1_000_000;
    private int turn;

    /**
     * Lays the requests.
     *
     * @param chatCount how many chats write, 1 to 1,000,000
     * @param unixSeconds the time that messages are dated with
     */
    public UpdateSource(WebhookRequest request, long seed, int chatCount, String text, LongSupplier unixSeconds) {
        Random random = new Random(seed);
        this.unixSeconds = unixSeconds;
        this.updateId = 100_000_000L + random.nextInt(100_000_000);
        List<Template> laid = new ArrayList<>();
        for (int i = 0; i < chatCount; i++) {
            laid.add(new Template(request.with(message(random, 100_000_000L + 7L * i, text))));
        }
        Collections.shuffle(laid, random);
        this.chats = List.copyOf(laid);
    }

    /** Returns the next update's request: the next chat's, with ids that never came before. */
    public byte[] next() {
        Template chat = chats.get(turn);
        turn = (turn + 1) % chats.size();
        return chat.with(++updateId, ++messageId % 10_000_000, unixSeconds.getAsLong());
    }

    private static String message(Random random, long chat, String text) {
        String name = NAMES[random.nextInt(NAMES.length)];
        String start = "{\"update_id\":" + UPDATE_ID + ",\n\"message\":{\"message_id\":" + MESSAGE_ID
                + ",\"from\":{\"id\":" + chat + ",\"is_bot\":false,\"first_name\":\"" + name
                + "\",\"username\":\"user" + chat + "\",\"language_code\":\"en\"},\"chat\":{\"id\":" + chat
                + ",\"first_name\":\"" + name + "\",\"username\":\"user" + chat
                + "\",\"type\":\"private\"},\"date\":" + DATE + ",\"text\":\"" + text;
        StringBuilder json = new StringBuilder(start);
        int room = BODY_BYTES - start.getBytes(StandardCharsets.UTF_8).length - "\"}}".length();
        while (room > 12) {
            String word = " " + WORDS[random.nextInt(WORDS.length)];
            json.append(word);
            room -= word.length();
        }
        return json.append(" ".repeat(room)).append("\"}}").toString();
    }

    /** One chat's request, and where its digits go. */
    private static final class Template {
        private final byte[] request;
        private final int updateIdAt;
        private final int messageIdAt;
        private final int dateAt;

        Template(byte[] request) {
            String text = new String(request, StandardCharsets.ISO_8859_1);
            this.request = request;
            this.updateIdAt = valueAt(text, "\"update_id\":", UPDATE_ID);
            this.messageIdAt = valueAt(text, "\"message_id\":", MESSAGE_ID);
            this.dateAt = valueAt(text, "\"date\":", DATE);
        }

        private static int valueAt(String text, String name, String value) {
            return text.indexOf(name + value) + name.length();
        }

        byte[] with(long updateId, long messageId, long date) {
            byte[] copy = request.clone();
            write(copy, updateIdAt, UPDATE_ID.length(), updateId);
            write(copy, messageIdAt, MESSAGE_ID.length(), messageId);
            write(copy, dateAt, DATE.length(), date);
            return copy;
        }

        private static void write(byte[] target, int at, int width, long number) {
            long rest = number;
            for (int i = at + width - 1; i >= at; i--) {
                target[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
    }
}
