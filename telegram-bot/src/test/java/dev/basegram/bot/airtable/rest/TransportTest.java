package dev.basegram.bot.airtable.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.ScriptedAirtable;
import dev.basegram.bot.airtable.ScriptedServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ScriptedAirtable.class)
class TransportTest {
    @Inject
    Transport transport;

    @Inject
    @RestClient
    ApiRest api;

    private final ScriptedServer server = ScriptedAirtable.server();

    @BeforeEach
    void clean() {
        server.reset();
    }

    private HttpAnswer ask(long most) {
        Uni<Response> request = api.list("appA", "tblB", "{}".getBytes());
        return transport.exchange(request, most).await().atMost(Duration.ofSeconds(20));
    }

    private HttpAnswer ask() {
        return ask(1024 * 1024);
    }

    private static String came(HttpAnswer answer) {
        var came = (HttpAnswer.Came) answer;
        return came.status() + " " + new String(came.body());
    }

    @Test
    void shouldGiveStatusAndBodyOfSuccessAndError() {
        server.then(
                ScriptedServer.json(200, "{\"records\":[]}"),
                ScriptedServer.json(429, "{\"errors\":[]}"),
                ScriptedServer.text(503, "", "Retry-After", "7"),
                ScriptedServer.text(302, "", "Location", "http://127.0.0.1:1/"));
        assertThat(came(ask())).isEqualTo("200 {\"records\":[]}");
        assertThat(came(ask())).isEqualTo("429 {\"errors\":[]}");
        HttpAnswer unavailable = ask();
        assertThat(came(unavailable)).isEqualTo("503 ");
        assertThat(((HttpAnswer.Came) unavailable).after()).isEqualTo(Duration.ofSeconds(7));
        assertThat(came(ask())).isEqualTo("302 ");
        assertThat(server.seen().getFirst().headers())
                .containsEntry("authorization", "Bearer " + ScriptedAirtable.TOKEN)
                .containsEntry("content-type", "application/json");
    }

    @Test
    void shouldGiveUpOnAnAnswerThatIsTooLargeAndTakeTheNextOne() {
        server.then(ScriptedServer.huge(11 * 1024 * 1024), ScriptedServer.json(200, "{}"));
        assertThat(ask(10 * 1024 * 1024)).isEqualTo(new HttpAnswer.Oversized(10 * 1024 * 1024, 200));
        assertThat(came(ask())).isEqualTo("200 {}");
    }

    @Test
    void shouldTellAnAnswerThatWasCutAndTakeTheNextOne() {
        server.then(ScriptedServer.cutAfter("{\"records\":["), ScriptedServer.cut(), ScriptedServer.json(200, "{}"));
        assertThat(ask()).isInstanceOf(HttpAnswer.Lost.class);
        assertThat(ask()).isInstanceOf(HttpAnswer.Lost.class);
        assertThat(came(ask())).isEqualTo("200 {}");
    }

    @Test
    void shouldNotWaitForeverForADripOrForSilence() {
        server.then(ScriptedServer.drip(), ScriptedServer.silence(), ScriptedServer.json(200, "{}"));
        assertThat(ask()).isEqualTo(new HttpAnswer.Lost("no whole answer within 2 s"));
        assertThat(ask()).isEqualTo(new HttpAnswer.Lost("no whole answer within 2 s"));
        assertThat(came(ask())).isEqualTo("200 {}");
    }

    @Test
    void shouldNotRunOutOfConnectionsByBrokenAnswers() {
        for (int i = 0; i < 30; i++) {
            server.then(ScriptedServer.huge(3 * 1024 * 1024));
            assertThat(ask()).isInstanceOf(HttpAnswer.Oversized.class);
            server.then(ScriptedServer.cutAfter("{"));
            assertThat(ask()).isInstanceOf(HttpAnswer.Lost.class);
        }
        server.then(ScriptedServer.json(200, "{}"));
        assertThat(came(ask())).isEqualTo("200 {}");
    }
}
