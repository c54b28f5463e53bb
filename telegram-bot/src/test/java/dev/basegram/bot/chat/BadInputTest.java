package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever people and clients send to a step of a form, of whatever type: the update is handled, the form is there with what was
 * answered before, and the screen says in words what would be an answer. {@code -Dbad-input.seed} repeats another run.
 */
class BadInputTest {
    private static final long SEED = Long.getLong("bad-input.seed", 20_261_125L);
    private static final int ROUNDS = 60;
    private static final int LONGEST_MESSAGE = 4_096;

    private static final List<String> TEXTS = List.of(
            "?",
            "...",
            "\u200F",
            "\u0000\u0007x",
            "x".repeat(LONGEST_MESSAGE),
            "😀".repeat(2_048),
            "e\u0301\u0302\u0303".repeat(300),
            "<b>&lt;</i>",
            "'; DROP TABLE draft; --",
            "{0} {1:a|b}",
            "%s %n",
            "null",
            "NaN",
            "Infinity",
            "1e308",
            "-0",
            "99999999999999999999999",
            "4294967297",
            "0x1F",
            "1.2.3,4",
            "--5",
            "٣٫١٤",
            "١٢٣٤٥",
            "१२३",
            "１２３",
            "十二",
            "½",
            "²",
            "31.02",
            "٣١.٠٢",
            "29.02.2027",
            "00.00.0000",
            "99/99/9999",
            "+9999",
            "-9999",
            "+",
            "25:61",
            "24:00",
            "14h99",
            "31.12 99:99",
            "tomorrow at noon",
            "завтра в обед",
            "غدا ظهرا",
            "👍",
            "/",
            "//",
            "@",
            "a@b",
            "a@b@c.de",
            "http://",
            "javascript:alert(1)",
            "https://[::1",
            "mailto:x@y.z",
            "+++34",
            "1:2:3:4:5",
            "h m s",
            "-:-",
            "★★★★★★★★★★",
            "0 ★",
            "yes and no",
            "نعم",
            "да",
            "Option 0",
            "a,b,c",
            ",",
            " , ",
            "\n\n\n",
            "line\nline\nline",
            "\u202Etxet",
            "rec00000000000001");

    private Chat chat;
    private Random random;

    static Stream<String> fields() {
        return everything().stream().map(Field::name).skip(1);
    }

    private static List<Field> everything() {
        List<Field> fields = new ArrayList<>(Workshop.fullOrders().fields());
        fields.removeIf(field -> field.id().equals(Workshop.COMPUTED));
        fields.add(field("Rich", new FieldType.RichText()));
        fields.add(field("Code", new FieldType.Barcode()));
        fields.add(field("Phone", new FieldType.PhoneNumber()));
        fields.add(field("Mail", new FieldType.Email()));
        fields.add(field("Site", new FieldType.Url()));
        fields.add(field("Assignee", new FieldType.SingleCollaborator()));
        fields.add(field("Helpers", new FieldType.MultipleCollaborators()));
        return fields;
    }

    private static Field field(String name, FieldType type) {
        return Workshop.field(new FieldId("fld" + (name + "0".repeat(14)).substring(0, 14)), name, type);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aHelpfulLineAndNeverALostDraft(String field) throws Exception {
        FakeAirtable base = Workshop.withOrders(Workshop.orders(everything()), 3);
        RecordId first = base.records(Workshop.ORDERS).getFirst().id();
        base.set(
                Workshop.ORDERS,
                first,
                field("Assignee", new FieldType.SingleCollaborator()).id(),
                new CellValue.Person(new Collaborator("usr1", "nora@example.org", "Nora")));
        try (Chat opened = new Chat(base)) {
            chat = opened;
            random = new Random(SEED + field.hashCode());
            chat.types("/add Orders").types("#77");
            goTo(field);
            for (String text : TEXTS) {
                check(field, text, () -> chat.message(Chat.OWNER, message -> message.put("text", text)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                something(field);
            }
            assertThat(base.records(Workshop.ORDERS))
                    .as("nothing is saved by accident")
                    .hasSize(3);
        }
    }

    private void goTo(String field) {
        for (int i = 0; i < 40 && !asks(field); i++) {
            chat.presses(isReview() ? "✏️ " + field : "⏭ Review");
        }
        assertThat(asks(field)).as(chat.screen()).isTrue();
    }

    private boolean asks(String field) {
        return chat.screen().contains("<b>" + field + "</b>") && !isReview();
    }

    private boolean isReview() {
        return chat.screen().contains("is everything right");
    }

    private List<String> labels() {
        return chat.telegram.screen().labels();
    }

    private void something(String field) {
        switch (random.nextInt(4)) {
            case 0 -> {
                String text = randomText();
                check(field, text, () -> chat.message(Chat.OWNER, message -> message.put("text", text)));
            }
            case 1 -> {
                List<Consumer<ObjectNode>> kinds = kinds();
                int kind = random.nextInt(kinds.size());
                check(field, "message of kind " + kind, () -> chat.message(Chat.OWNER, kinds.get(kind)));
            }
            case 2 -> check(field, "an edited answer", () -> chat.edits(randomText()));
            default -> {
                String data = forged();
                check(
                        field,
                        data,
                        () -> chat.presses(Chat.OWNER, chat.telegram.screen().id(), data));
            }
        }
    }

    private String randomText() {
        int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 1_500 : 12);
        String alphabet = "0123456789٠١٢٣٤٥٦٧٨٩.,:/-+ %€$kdhmя月日あأ★'\"<>&\u200F\u00A0";
        return random.ints(length, 0, alphabet.length())
                .mapToObj(i -> random.nextInt(15) == 0
                        ? Character.toString(0x1F300 + random.nextInt(500))
                        : alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private List<Consumer<ObjectNode>> kinds() {
        return List.of(
                message -> message.putObject("sticker").put("file_id", "S").put("file_unique_id", "S"),
                message -> message.putObject("location").put("latitude", 1).put("longitude", 2),
                message -> message.putObject("contact").put("first_name", "No number"),
                message ->
                        message.putObject("contact").put("phone_number", "٠٦٦١").put("first_name", "Short"),
                message -> message.putObject("dice").put("emoji", "🎲").put("value", 3),
                message -> message.putObject("poll").put("id", "1").put("question", "?"),
                message -> message.putObject("document").put("file_id", "D" + random.nextInt()),
                message -> message.putObject("voice")
                        .put("file_id", "V" + random.nextInt())
                        .put("duration", 1),
                message -> message.putObject("document")
                        .put("file_id", "L")
                        .put("file_name", "/../../etc/passwd")
                        .put("file_size", 5_000_000_000L),
                message -> {
                    message.put("caption", "x".repeat(1_024));
                    message.putArray("photo").addObject().put("file_id", "P" + random.nextInt());
                },
                message -> message.putArray("photo"),
                message -> message.putArray("new_chat_members")
                        .addObject()
                        .put("id", 5)
                        .put("first_name", "x"),
                message -> {
                    message.put("text", "forwarded " + random.nextInt(9));
                    message.putObject("forward_origin")
                            .put("type", "hidden_user")
                            .put("sender_user_name", "x")
                            .put("date", 1);
                },
                message -> {});
    }

    /** A press that no button has, or no longer, or not at this step. */
    private String forged() {
        List<String> real = real();
        if (real.isEmpty() || random.nextInt(5) == 0) {
            return "f." + randomText().replace(".", "") + ".0.c0";
        }
        String[] parts = real.get(random.nextInt(real.size())).split("\\.");
        // What saves, or leaves the form, would do just that.
        String kinds = "ctdpsbevnr";
        String kind = kinds.substring(random.nextInt(kinds.length())).substring(0, 1);
        String index = List.of("0", "1", "7", "zz", "zik0zj").get(random.nextInt(5));
        String revision = random.nextInt(4) == 0 ? "0" : parts[2];
        return "f." + parts[1] + "." + revision + "." + kind + index;
    }

    private List<String> real() {
        ScriptedBotApi.Shown screen = chat.telegram.screen();
        return screen.labels().stream()
                .map(screen::button)
                .filter(data -> data.startsWith("f."))
                .toList();
    }

    private void check(String field, String input, Runnable act) {
        try {
            act.run();
            ScriptedBotApi.Shown last = chat.telegram.last();
            assertThat(last.text())
                    .isNotBlank()
                    .doesNotContain("Exception", "dev.basegram", "Phrase.")
                    .hasSizeLessThanOrEqualTo(4 * LONGEST_MESSAGE);
            assertThat(chat.stores.drafts().of(Chat.OWNER))
                    .singleElement()
                    .satisfies(draft -> assertThat(draft.state()).contains("#77"));
            if (!asks(field)) {
                goTo(field);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "after «%s» to %s (seed %d), the screen:\n%s".formatted(input, field, SEED, chat.screen()), e);
        }
    }
}
