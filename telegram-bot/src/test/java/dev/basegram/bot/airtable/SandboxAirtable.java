package dev.basegram.bot.airtable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Points the bot at the sandbox's local Airtable, which every test of the profile shares. */
public final class SandboxAirtable implements QuarkusTestResourceLifecycleManager {
    private static LocalAirtableServer server;

    public static LocalAirtableServer server() {
        return server;
    }

    @Override
    public Map<String, String> start() {
        String url = "http://127.0.0.1:1";
        if (LocalAirtableServer.isBuilt()) {
            server = LocalAirtableServer.start(true);
            url = server.url();
        }
        return settings(url);
    }

    static Map<String, String> settings(String url) {
        try {
            Path data = Files.createTempDirectory("basegram-test");
            var settings = new HashMap<String, String>();
            settings.put("AIRTABLE_API_URL", url);
            settings.put("AIRTABLE_CONTENT_URL", url);
            settings.put("AIRTABLE_TOKEN", ScriptedAirtable.TOKEN);
            settings.put("AIRTABLE_BASE_ID", "appSandbox0000001");
            settings.put("TELEGRAM_BOT_TOKEN", "1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            settings.put("TELEGRAM_API_URL", "http://127.0.0.1:1");
            settings.put("DATABASE_URL", "sqlite:" + data.resolve("test.db"));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
