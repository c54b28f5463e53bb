package dev.basegram.bot.ops;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole bot over a scripted Telegram, with a handler of the test in place of the chat. */
public class IntakeProfile implements QuarkusTestProfile {
    /** Dollars and braces belong to a secret as any other character. */
    static final String SECRET = "pa$$word-${not.a.property}-of-the-test";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            return Map.of(
                    "TELEGRAM_BOT_TOKEN", ScriptedTelegram.TOKEN,
                    "AIRTABLE_TOKEN", "patTest",
                    "AIRTABLE_BASE_ID", "appTest0000000001",
                    "AIRTABLE_API_URL", "http://127.0.0.1:9",
                    "AIRTABLE_CONTENT_URL", "http://127.0.0.1:9",
                    "BASEGRAM_SECRET", SECRET,
                    "INGRESS", "polling",
                    "DATABASE_URL",
                            "sqlite:"
                                    + Files.createTempDirectory("basegram-ops").resolve("deep/er/test.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ScriptedHandler.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ScriptedTelegram.class));
    }
}
