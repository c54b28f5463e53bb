package dev.basegram.webhook.forward;

import static dev.basegram.webhook.StubBot.accepts;
import static dev.basegram.webhook.StubBot.answers;
import static dev.basegram.webhook.StubBot.cuts;
import static dev.basegram.webhook.StubBot.neverAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.basegram.webhook.Metrics;
import dev.basegram.webhook.StubBot;
import dev.basegram.webhook.Updates;
import dev.basegram.webhook.WebhookTest;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForwardingTest extends WebhookTest {
    @Test
    void shouldCountADuplicateAsDelivered() {
        bot.next(answers(200, "{\"result\":\"duplicate\"}"));
        double before = Metrics.value("basegram_updates_forwarded_total{outcome=\"duplicate\"}");

        assertAnswer(sender.delivers(Updates.message(2)), 200);

        assertThat(bot.received()).hasSize(1);
        assertThat(Metrics.value("basegram_updates_forwarded_total{outcome=\"duplicate\"}"))
                .isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429, 408})
    void shouldTryAgainAfterAStatusThatPasses(int status) {
        bot.next(answers(status, ""), answers(status, "<html>"), accepts());

        assertAnswer(sender.delivers(Updates.message(3)), 200);

        assertThat(bot.received())
                .hasSize(3)
                .extracting(StubBot.Received::text)
                .containsOnly(Updates.message(3, dateOf(bot)));
    }

    @Test
    void shouldTryAgainAfterACutBeforeOrAfterTheEffect() {
        bot.next(cuts(), cuts(), accepts());

        assertAnswer(sender.delivers(Updates.message(4)), 200);

        assertThat(bot.received()).hasSize(3);
    }

    @Test
    void shouldTryAgainWhenTheBotHangs() {
        bot.next(neverAnswers(), accepts());

        assertAnswer(sender.delivers(Updates.message(5)), 200);

        assertThat(bot.received()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', unauthorized",
        "403, '', unauthorized",
        "404, Not Found, misdirected",
        "405, '', misdirected",
        "200, <html>Welcome</html>, misdirected",
        "204, '', misdirected",
        "302, '', misdirected"
    })
    void shouldLeaveTheUpdateWithTelegramWhenNoRepeatCanHelp(int status, String body, String outcome) {
        bot.otherwise(answers(status, body));
        String counter = "basegram_updates_forwarded_total{outcome=\"%s\"}".formatted(outcome);
        double before = Metrics.value(counter);

        HttpResponse<String> answer = sender.delivers(Updates.message(6));

        assertAnswer(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(bot.received()).hasSize(1);
        assertThat(Metrics.value(counter)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void shouldNotRepeatWhatTheBotCannotRead(int status) {
        bot.otherwise(answers(status, ""));
        double before = Metrics.value("basegram_updates_forwarded_total{outcome=\"refused\"}");

        assertAnswer(sender.delivers(Updates.press(7)), 200);

        assertThat(bot.received()).hasSize(1);
        assertThat(Metrics.value("basegram_updates_forwarded_total{outcome=\"refused\"}"))
                .isEqualTo(before + 1);
    }

    @Test
    void shouldHideARestartOfTheBotFromThePeople() {
        bot.goesAway();
        List<CompletableFuture<HttpResponse<String>>> held = IntStream.range(0, 40)
                .mapToObj(i -> sender.deliversAsync(Updates.message(100 + i)))
                .toList();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Metrics.value("basegram_circuit_state{neighbour=\"bot\"}"))
                        .isPositive());
        // Later ones find the breaker open: they must wait too, not fail.
        List<CompletableFuture<HttpResponse<String>>> late = IntStream.range(0, 5)
                .mapToObj(i -> sender.deliversAsync(Updates.message(200 + i)))
                .toList();
        pause(Duration.ofSeconds(2));
        assertThat(held).noneMatch(CompletableFuture::isDone);

        bot.comesBack();

        assertThat(held).allSatisfy(answer -> assertAnswer(answer.join(), 200));
        assertThat(late).allSatisfy(answer -> assertAnswer(answer.join(), 200));
        assertThat(bot.received()).hasSize(45);
        assertThat(Metrics.value("basegram_circuit_state{neighbour=\"bot\"}")).isZero();
    }

    @Test
    void shouldSpareABotThatStaysAway() {
        bot.otherwise(answers(503, ""));
        List<CompletableFuture<HttpResponse<String>>> held = IntStream.range(0, 50)
                .mapToObj(i -> sender.deliversAsync(Updates.press(300 + i)))
                .toList();

        assertThat(held).allSatisfy(answer -> assertAnswer(answer.join(), 503));

        // 50 updates that try for 2 s with pauses of at most half a second would be 250 and more without the breaker.
        assertThat(bot.received()).hasSizeLessThan(100);
    }

    @Test
    void shouldAnswer503WithoutRetryAfterForAKindThatLivesForSeconds() {
        bot.goesAway();

        for (String update : List.of(Updates.press(8), Updates.inlineQuery(9))) {
            HttpResponse<String> answer = sender.delivers(update);

            assertAnswer(answer, 503);
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    @Test
    void shouldNotHoldAnUpdateBeyondItsLife() {
        bot.goesAway();
        Instant start = Instant.now();

        HttpResponse<String> answer = sender.delivers(Updates.messageAtTheEndOfItsLife(10, Duration.ofSeconds(3)));

        assertAnswer(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void shouldOfferAnExpiredUpdateOnce() {
        bot.next(answers(503, ""));

        assertAnswer(sender.delivers(Updates.message(11, Instant.now().minus(Duration.ofDays(2)))), 503);
        assertThat(bot.received()).hasSize(1);

        assertAnswer(sender.delivers(Updates.message(11, Instant.now().minus(Duration.ofDays(2)))), 200);
    }

    @Test
    void shouldSendTogetherWhatComesWhileOthersAreOnTheirWay() {
        bot.next(bot.answersAfter(Duration.ofMillis(300)), bot.answersAfter(Duration.ofMillis(300)));

        List<CompletableFuture<HttpResponse<String>>> answers = deliverTogether(60, 400);

        assertThat(answers).allSatisfy(answer -> assertAnswer(answer.join(), 200));
        assertThat(bot.received()).hasSize(60);
        assertThat(bot.received().stream().map(ForwardingTest::idOf).distinct()).hasSize(60);
        assertThat(bot.requests()).isLessThan(40);
    }

    @Test
    void shouldGiveEachUpdateOfABatchItsOwnFate() {
        bot.next(bot.answersAfter(Duration.ofMillis(300)), bot.answersAfter(Duration.ofMillis(300)));
        for (int i = 0; i < 10; i++) {
            bot.next(accepts(), answers(503, ""), answers(400, ""), answers(200, "{\"result\":\"duplicate\"}"));
        }
        double refused = Metrics.value("basegram_updates_forwarded_total{outcome=\"refused\"}");

        List<CompletableFuture<HttpResponse<String>>> answers = deliverTogether(42, 500);

        // 42 updates and the second tries of the ten that met a 503.
        assertThat(answers).allSatisfy(answer -> assertAnswer(answer.join(), 200));
        assertThat(bot.received()).hasSize(52);
        assertThat(Metrics.value("basegram_updates_forwarded_total{outcome=\"refused\"}"))
                .isEqualTo(refused + 10);
    }

    @Test
    void shouldSendEachAloneToABotThatKnowsNoBatches() {
        bot.knowsNoBatches();
        bot.next(bot.answersAfter(Duration.ofMillis(300)), bot.answersAfter(Duration.ofMillis(300)));

        List<CompletableFuture<HttpResponse<String>>> answers = deliverTogether(30, 600);

        assertThat(answers).allSatisfy(answer -> assertAnswer(answer.join(), 200));
        assertThat(bot.received()).hasSize(30);
    }

    @Test
    void shouldTryAllOfABatchAgainThatWasCut() {
        bot.next(bot.answersAfter(Duration.ofMillis(300)), bot.answersAfter(Duration.ofMillis(300)), cuts());

        List<CompletableFuture<HttpResponse<String>>> answers = deliverTogether(30, 700);

        assertThat(answers).allSatisfy(answer -> assertAnswer(answer.join(), 200));
        assertThat(bot.received().stream().map(ForwardingTest::idOf).distinct()).hasSize(30);
    }

    @Test
    void shouldNotLetOthersWaitForRequestsThatHang() {
        bot.next(neverAnswers(), neverAnswers());
        List<CompletableFuture<HttpResponse<String>>> hanging = deliverTogether(2, 800);
        await().atMost(Duration.ofSeconds(10)).until(() -> bot.received().size() == 2);

        assertAnswer(sender.delivers(Updates.message(850)), 200);

        assertThat(hanging).as("they wait for their deadline of a second").noneMatch(CompletableFuture::isDone);
        assertThat(hanging).allSatisfy(answer -> assertAnswer(answer.join(), 200));
    }

    private List<CompletableFuture<HttpResponse<String>>> deliverTogether(int count, int firstId) {
        return IntStream.range(0, count)
                .mapToObj(i -> sender.deliversAsync(Updates.message(firstId + i)))
                .toList();
    }

    private static String idOf(StubBot.Received received) {
        String text = received.text();
        return text.substring(text.indexOf("\"update_id\":"), text.indexOf(','));
    }

    private static Instant dateOf(StubBot bot) {
        String text = bot.received().getFirst().text();
        int at = text.indexOf("\"date\":") + 7;
        return Instant.ofEpochSecond(Long.parseLong(text.substring(at, text.indexOf(',', at))));
    }

    /** The bot's absence itself: nothing is awaited by it. */
    private static void pause(Duration absence) {
        try {
            Thread.sleep(absence);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
