package dev.basegram.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;

/** The door in front of a scripted bot; all tests of it share one application. */
@WithTestResource(StubBot.class)
public abstract class WebhookTest {
    protected StubBot bot;
    protected Sender sender;

    @BeforeEach
    void startAfresh() {
        sender = new Sender(ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class));
        bot.reset();
        closeTheBreaker();
    }

    /** A test before may have left it open; it closes with the first probe that succeeds. */
    private void closeTheBreaker() {
        assertThat(sender.delivers(Updates.message(1)).statusCode()).isEqualTo(200);
        bot.reset();
    }

    /** Every answer has no body, so that Telegram finds no method call in it. */
    protected static void assertAnswer(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
    }
}
