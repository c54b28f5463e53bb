package dev.basegram.bot.airtable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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
        var settings = SandboxAirtable.settings(server.url());
        settings.put("airtable-client.answer-within", "2s");
        return settings;
    }

    @Override
    public void stop() {
        server.close();
    }
}
