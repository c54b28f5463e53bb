package dev.basegram.bot.extending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/extending.md promises: one bean, and the command answers. */
class ExtendingTest {
    @Test
    void theCommandAnswersAndIsInTheHelp() throws Exception {
        try (Chat chat = new Chat(Workshop.withOrders(Workshop.shortOrders(), 1_234), new HowManyCommand())) {
            chat.types("/howmany");
            assertThat(chat.last()).isEqualTo("<b>Orders</b>: 1,234\n<b>Clients</b>: 2");
            chat.types("/help");
            assertThat(chat.last()).contains("/howmany — how many records there are");
        }
    }

    @Test
    void theDocumentShowsTheVeryCodeThatIsTested() throws Exception {
        Path module = Path.of("").toAbsolutePath();
        String document = Files.readString(module.resolveSibling("docs").resolve("extending.md"));
        String code = Files.readString(module.resolve("src/test/java/dev/basegram/bot/extending/HowManyCommand.java"));

        String body = code.substring(code.indexOf("@Singleton"));
        assertThat(document).contains(body.strip());
    }
}
