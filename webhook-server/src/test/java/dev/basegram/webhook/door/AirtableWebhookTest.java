package dev.basegram.webhook.door;

import static dev.basegram.webhook.StubBot.answers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.InternalApi;
import dev.basegram.webhook.Sender;
import dev.basegram.webhook.StubBot;
import dev.basegram.webhook.WebhookTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AirtableWebhookTest extends WebhookTest {
    private static final String TOKEN = Sender.SECRET.sign(DerivedKey.AIRTABLE_WEBHOOK);
    private static final String PING = "{\"base\": {\"id\":\"appX\"},\n \"timestamp\":\"2026-11-25T10:00:00.000Z\"}";

    @Test
    void shouldPassOnTheVeryBytesAndTheirSignature() {
        assertAnswer(
                sender.send(sender.airtable(TOKEN, PING).header("X-Airtable-Content-MAC", "hmac-sha256=0a1b")), 200);

        assertThat(bot.received()).singleElement().satisfies(seen -> {
            assertThat(seen.path()).isEqualTo(InternalApi.AIRTABLE_NOTIFICATIONS);
            assertThat(seen.authorization()).isEqualTo(InternalApi.authorization(Sender.SECRET));
            assertThat(seen.mac()).isEqualTo("hmac-sha256=0a1b");
            assertThat(seen.text()).isEqualTo(PING);
        });
    }

    @Test
    void shouldInventNoSignature() {
        assertAnswer(sender.send(sender.airtable(TOKEN, PING)), 200);

        assertThat(bot.received()).extracting(StubBot.Received::mac).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "0", "%20", "..%2f", "0000000000000000000000000000000000000000000000000000000000000000"})
    void shouldKnowNoOtherToken(String token) {
        assertAnswer(sender.send(sender.airtable(token, PING)), 404);

        assertThat(bot.received()).isEmpty();
    }

    @Test
    void shouldNotOpenWithAnotherKeyOfTheInstallation() {
        assertAnswer(sender.send(sender.airtable(Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK), PING)), 404);
        assertAnswer(sender.send(sender.airtable(Sender.SECRET.sign(DerivedKey.INTERNAL), PING)), 404);
    }

    @Test
    void shouldRefuseMoreThanOneMebibyte() {
        assertAnswer(sender.send(sender.airtable(TOKEN, "x".repeat((1 << 20) + 1))), 413);
    }

    @Test
    void shouldTryAgainAndThenLeaveItWithAirtable() {
        bot.next(answers(503, ""));
        assertAnswer(sender.send(sender.airtable(TOKEN, PING)), 200);
        assertThat(bot.received()).hasSize(2);

        bot.reset();
        bot.otherwise(answers(401, ""));
        assertAnswer(sender.send(sender.airtable(TOKEN, PING)), 503);
        assertThat(bot.received()).hasSize(1);
    }
}
