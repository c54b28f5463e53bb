package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Marks;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What strangers and broken senders can do at the public door: nothing, and it keeps serving. */
class PublicDoorIT {
    private static final String UPDATE =
            "{\"update_id\":%d,\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"},\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"x\"}}}";

    private static Basegram basegram;
    private static Telegram telegram;

    @BeforeAll
    static void start() {
        basegram = Basegram.in("public-door");
        basegram.start("webhook");
        telegram = new Telegram(basegram.door(), Basegram.SECRET);
    }

    @AfterAll
    static void stop() {
        basegram.close();
    }

    @Test
    void badInputIsRefusedAndTheNextMessageIsAnswered() {
        byte[] large = new byte[(1 << 20) + 1];
        assertThat(telegram.send(telegram.request(UPDATE.formatted(1).getBytes())
                                .header("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(telegram.send(telegram.request(large).header(Telegram.SECRET_HEADER, "wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(telegram.send(telegram.request(new byte[0])
                                .header(Telegram.SECRET_HEADER, telegram.secretToken())
                                .header("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(telegram.send(telegram.request(large)
                                .header(Telegram.SECRET_HEADER, telegram.secretToken())
                                .header("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(413);
        for (String malformed : new String[] {"", "[]", "{", "{\"update_id\":\"1\"}", "{\"message\":{}}"}) {
            assertThat(telegram.delivers(malformed).statusCode()).isEqualTo(400);
        }

        Person anna = basegram.person(1001);
        anna.says(Marks.message(1)).sees(Marks.message(1));
    }

    @Test
    void anUpdateIsTakenOnceHoweverOftenItComes() {
        double before = basegram.bot().metric("basegram_inbox_accepted_total");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = telegram.delivers(UPDATE.formatted(1_900_000_001));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(basegram.door().metric("basegram_updates_forwarded_total{outcome=\"duplicate\"}"))
                .isEqualTo(2);
        assertThat(basegram.bot().metric("basegram_inbox_accepted_total")).isGreaterThan(before);
    }

    @Test
    void poisonAndKindsOfTomorrowDoNotBlockTheQueue() {
        basegram.sandbox().inject("{\"a_kind_of_tomorrow\":{\"some\":\"thing\"}}");
        basegram.sandbox().inject("{\"message\":17}");
        basegram.sandbox().inject("{\"message\":{\"chat\":\"x\",\"from\":[],\"date\":{}}}");
        basegram.sandbox().inject("{\"callback_query\":{\"from\":{\"id\":1001},\"data\":5}}");

        Person anna = basegram.person(1001);
        anna.says(Marks.message(2)).sees(Marks.message(2));
    }
}
