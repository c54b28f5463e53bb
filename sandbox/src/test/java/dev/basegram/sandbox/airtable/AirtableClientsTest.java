package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.sandbox.NodeProject;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's clients, unmodified but for the endpoint, do real work against the local Airtable. */
class AirtableClientsTest {
    private static NodeProject clients;

    @BeforeAll
    static void install() {
        clients = NodeProject.install("airtable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"airtable-js.js", "airtable-ts.js", "ts-airtable.js"})
    void servesAClient(String script) {
        try (AirtableFixture airtable = new AirtableFixture()) {
            Map<String, String> environment = Map.of(
                    "API_ROOT",
                    airtable.root(),
                    "TOKEN",
                    "patThirdParty00001.0123456789abcdef",
                    "BASE_ID",
                    AirtableFixture.BASE);
            try (NodeProject.Run run = clients.node(script, environment)) {
                run.expectExit(0, 180);
                assertThat(run.written()).endsWith("done\n");
            }
        }
    }
}
