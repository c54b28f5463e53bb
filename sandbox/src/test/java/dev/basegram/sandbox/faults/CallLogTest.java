package dev.basegram.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallLogTest {
    private final CallLog log = new CallLog();

    @Test
    void masksTokensAndSecretsWhereverTheyStand() {
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("secret_token", "s3cret-value")
                .put("text", "my token is 123456:AAaaAAaaAAaaAAaaAAaaAAaaAAaaAAaaAAa!");
        log.record(call(Service.TELEGRAM, parameters));

        assertThat(log.list(Service.TELEGRAM)).singleElement().satisfies(call -> {
            assertThat(String.valueOf(call.parameters())).doesNotContain("s3cret", "AAaaAA");
            assertThat(String.valueOf(call.parameters())).contains("my token is ***!");
        });
    }

    @Test
    void keepsTheLastCallsOfEachService() {
        log.record(call(Service.AIRTABLE, JsonNodeFactory.instance.objectNode()));
        for (int i = 0; i < CallLog.CAPACITY + 10; i++) {
            log.record(call(Service.TELEGRAM, JsonNodeFactory.instance.objectNode()));
        }

        List<Call> kept = log.list(Service.TELEGRAM);
        assertThat(kept).hasSize(CallLog.CAPACITY);
        assertThat(kept.getLast().id()).isEqualTo(CallLog.CAPACITY + 11L);
        assertThat(log.list(Service.AIRTABLE)).hasSize(1);
    }

    @Test
    void tellsListenersUntilTheyStop() {
        List<Call> heard = new ArrayList<>();
        CallLog.Listening listening = log.listen(heard::add);
        log.record(call(Service.TELEGRAM, JsonNodeFactory.instance.objectNode()));
        listening.close();
        log.record(call(Service.TELEGRAM, JsonNodeFactory.instance.objectNode()));

        assertThat(heard).hasSize(1);
    }

    private static Call call(Service service, ObjectNode parameters) {
        return new Call(
                0,
                Instant.EPOCH,
                service,
                "123456",
                "POST",
                "sendMessage",
                "/bot/sendMessage",
                parameters,
                200,
                null,
                1);
    }
}
