package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Collector;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One trace for each update, from the door to the answer; and no word, person or token in it. */
class TraceIT {
    @Test
    void aTraceLeadsFromTheWebhookToAirtableAndTheReply() {
        try (Collector collector = Collector.start();
                Basegram basegram = Basegram.in("traces")) {
            basegram.bot().set("OTEL_EXPORTER_OTLP_ENDPOINT", collector.root());
            basegram.door().set("OTEL_EXPORTER_OTLP_ENDPOINT", collector.root());
            basegram.start("webhook");
            Person anna = basegram.person(1001);
            anna.says("/start").sees("Tables");
            anna.presses("Clients").sees("Clients");

            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                List<Collector.Traced> all = collector.spans();
                Collector.Traced press = all.stream()
                        .filter(span -> span.name().equals("handle callback_query"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no press among " + all));
                List<Collector.Traced> trace = all.stream()
                        .filter(span -> span.trace().equals(press.trace()))
                        .toList();
                assertThat(trace)
                        .extracting(span -> span.service() + ": " + span.name())
                        .contains(
                                "webhook-server: POST /telegram/webhook",
                                "telegram-bot: accept update",
                                "telegram-bot: handle callback_query",
                                "telegram-bot: telegram answerCallbackQuery",
                                "telegram-bot: telegram editMessageText")
                        .anyMatch(name -> name.startsWith("telegram-bot: airtable "));
                // Each span but the first hangs in one of the others.
                assertThat(trace.stream().filter(span -> !span.parent().isEmpty()))
                        .allMatch(span ->
                                trace.stream().anyMatch(other -> other.id().equals(span.parent())));
                assertThat(trace.stream().filter(span -> span.parent().isEmpty()))
                        .singleElement()
                        .extracting(Collector.Traced::service)
                        .isEqualTo("webhook-server");
            });
            assertThat(collector.attributes())
                    .containsOnly(
                            "basegram.update.id",
                            "basegram.update.kind",
                            "basegram.source",
                            "basegram.attempt",
                            "basegram.outcome");
            assertThat(collector.received())
                    .doesNotContain(Basegram.BOT_TOKEN)
                    .doesNotContain("Anna")
                    .doesNotContain("/start")
                    .doesNotContain("patEndToEnd");
        }
    }
}
