package dev.basegram.endtoend.browser;

import dev.basegram.endtoend.processes.Basegram;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole system as a newcomer meets it, in a real browser. */
class BotInBrowserIT {
    @Test
    void aPersonStartsTheBotOpensATableAddsARecordAndSeesItsRowAppear() throws Exception {
        Path folder = Basegram.emptyFolder("bot-in-browser");
        try (Basegram system = Basegram.in("bot-in-browser-system").start("webhook")) {
            BrowserScript.in(folder)
                    .test("bot.test.mjs", Map.of("PAGE_URL", system.sandbox().root(), "PICTURES", folder.toString()));
        }
    }
}
