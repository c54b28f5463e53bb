package dev.basegram.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder by which the sandbox and {@code ./run} talk. */
class ServiceFolderTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFolderThereIsNothingToKill() {
        ServiceFolder none = new ServiceFolder(Optional.empty());

        assertThat(none.isAvailable()).isFalse();
        assertThat(none.states()).isEmpty();
        assertThat(new ServiceFolder(Optional.of(folder.resolve("gone").toString())).isAvailable())
                .isFalse();
    }

    @Test
    void aServiceRunsWhenItsProcessDoes() throws IOException {
        long own = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("telegram-bot.pid"), own + "\n");
        Files.writeString(folder.resolve("webhook-server.pid"), "not a number");

        assertThat(services().states())
                .containsExactly(
                        new ServiceFolder.State("webhook-server", false, null),
                        new ServiceFolder.State("telegram-bot", true, own));
    }

    @Test
    void theProcessOfAServiceThatHasEndedIsNotShown() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.writeString(folder.resolve("telegram-bot.pid"), String.valueOf(ended.pid()));

        assertThat(services().states()).contains(new ServiceFolder.State("telegram-bot", false, null));
    }

    @Test
    void anOrderIsAFileThatRunFinds() throws IOException {
        services().order("telegram-bot", "kill");

        assertThat(folder.resolve("kill-telegram-bot")).exists();
    }

    private ServiceFolder services() {
        return new ServiceFolder(Optional.of(folder.toString()));
    }
}
