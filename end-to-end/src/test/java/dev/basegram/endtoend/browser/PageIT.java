package dev.basegram.endtoend.browser;

import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Program;
import dev.basegram.endtoend.processes.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chat page by itself, with a scripted bot: every control of it, on a desk and on a phone. */
class PageIT {
    @Test
    void everyControlOfThePageDoesWhatItShows() throws Exception {
        Path folder = Basegram.emptyFolder("page");
        Path services = Files.createDirectories(folder.resolve("services"));
        Files.writeString(
                services.resolve("telegram-bot.pid"),
                Long.toString(ProcessHandle.current().pid()));
        try (Service sandbox =
                new Service(Program.SANDBOX, folder, Map.of("SANDBOX_SERVICES_DIR", services.toString()))) {
            sandbox.start().awaitAnswer("/q/health/live");
            BrowserScript.in(folder.resolve("browser"))
                    .test(
                            "page.test.mjs",
                            Map.of(
                                    "PAGE_URL", sandbox.root(),
                                    "SERVICES_DIR", services.toString(),
                                    "PICTURES", folder.toString()));
        }
    }
}
