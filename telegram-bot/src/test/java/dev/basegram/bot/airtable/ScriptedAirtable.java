package dev.basegram.bot.airtable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Points the bot at a {@link ScriptedServer}, which every test of the profile shares. */
public final class ScriptedAirtable implements QuarkusTestResourceLifecycleManager {
    public static final String TOKEN = "patSecretSecret01.0123456789abcdef0123456789abcdef";

    private static ScriptedServer server;

    public static ScriptedServer server() {
        return server;
    }

    @Override
    public Map<String, String> start() {
        server = new ScriptedServer();
        try {
            Path data = Files.createTempDirectory("basegram-test");
            return Map.of(
                    "basegram.airtable.api-url",
                    server.url(),
                    "basegram.airtable.content-url",
                    server.url(),
                    "airtable-client.answer-within",
                    "2s",
                    "basegram.airtable.token",
                    TOKEN,
                    "basegram.airtable.base-id",
                    "appSandbox0000001",
                    "basegram.telegram.token",
                    "1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "basegram.telegram.api-url",
                    server.url(),
                    "DATABASE_URL",
                    "sqlite:" + data.resolve("test.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}
