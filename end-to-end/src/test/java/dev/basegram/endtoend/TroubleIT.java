package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Marks;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import dev.basegram.endtoend.processes.Program;
import dev.basegram.endtoend.processes.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an operator sees when the surroundings are wrong: one clear line, an exit code or «not ready», and never a lost update. */
class TroubleIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @Test
    void aDiskThatCannotBeWrittenStopsTheStartWithOneLine() {
        try (Service bot = bot("disk-read-only", "sqlite:/proc/basegram/basegram.db")) {
            assertThat(bot.start().awaitExit(Service.START_LIMIT)).isEqualTo(1);

            assertThat(linesBesidesTheFarewell(bot))
                    .singleElement()
                    .asString()
                    .startsWith("DATABASE_URL names a database that cannot be used: ")
                    .contains("/proc/basegram")
                    .contains("Example: DATABASE_URL=");
        }
    }

    @Test
    void aFileThatIsNoDatabaseStopsTheStartWithOneLine() throws IOException {
        try (Service bot = bot("disk-no-database", "sqlite:notes.db")) {
            Files.writeString(bot.folder().resolve("notes.db"), "This is a text. ".repeat(1_000));
            assertThat(bot.start().awaitExit(Service.START_LIMIT)).isEqualTo(1);

            assertThat(linesBesidesTheFarewell(bot))
                    .singleElement()
                    .asString()
                    .startsWith("DATABASE_URL names a database that cannot be used: ");
        }
    }

    @Test
    void aTemporaryFolderWithoutRoomStopsTheStartWithOneLine() {
        try (Service bot = bot("no-room", "sqlite:basegram.db")) {
            // Enough for the log, and not for the library that SQLite unpacks.
            assertThat(bot.startWithFilesUpTo(512 << 10).awaitExit(Service.START_LIMIT))
                    .isEqualTo(1);

            assertThat(linesBesidesTheFarewell(bot))
                    .singleElement()
                    .asString()
                    .startsWith("The folder for temporary files, ")
                    .contains("File too large")
                    .contains("Example: docker run --tmpfs /tmp:exec");
        }
    }

    @Test
    void aPortThatIsTakenStopsTheStartWithItsNumber() throws IOException {
        try (Service bot = bot("port-taken", "sqlite:basegram.db");
                ServerSocket other = new ServerSocket(bot.port(), 1, InetAddress.getByName("0.0.0.0"))) {
            assertThat(bot.start().awaitExit(Service.START_LIMIT)).isNotZero();

            assertThat(bot.output())
                    .contains(Integer.toString(other.getLocalPort()))
                    .doesNotContain("\tat ");
        }
    }

    /** Quarkus says of every start that it has ended. */
    private static Stream<String> linesBesidesTheFarewell(Service service) {
        return service.output().lines().filter(line -> !line.contains("telegram-bot stopped in"));
    }

    private static Service bot(String name, String database) {
        return new Service(
                Program.TELEGRAM_BOT,
                Basegram.emptyFolder(name),
                Map.of(
                        "TELEGRAM_BOT_TOKEN", Basegram.BOT_TOKEN,
                        "AIRTABLE_TOKEN", "patEndToEnd000000." + "0".repeat(64),
                        "AIRTABLE_BASE_ID", Basegram.BASE_ID,
                        "BASEGRAM_SECRET", Basegram.SECRET,
                        "DATABASE_URL", database));
    }

    @Test
    void aFullDiskMakesTheBotUnreadyAndLosesNothing() {
        try (Basegram basegram = Basegram.in("disk-full").start("webhook")) {
            Person anna = basegram.person(1001);
            anna.says(Marks.message(1)).sees(Marks.message(1));

            // Every file may grow to the size of a log and no further, as on a disk with little left.
            basegram.bot().limitFileSize(96 << 10);
            Awaitility.await().atMost(LIMIT).until(() -> basegram.bot().status("/q/health/ready") == 503);
            IntStream.rangeClosed(2, 4).forEach(number -> anna.says(Marks.message(number)));
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() ->
                            basegram.door().metric("basegram_updates_forwarded_total{outcome=\"unavailable\"}") > 0);
            assertThat(basegram.bot().isAlive()).isTrue();

            basegram.bot().limitFileSize(Long.MAX_VALUE);
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(Marks.answered(anna.chat()))
                            .as(basegram::logs)
                            .containsExactly(1, 2, 3, 4));
            basegram.bot().awaitReady();
        }
    }

    @Test
    void aDoorThatFindsSomethingElseAtBotUrlSaysSoAndKeepsNothing() {
        try (Basegram basegram = Basegram.in("wrong-bot-url").startBotAlone("polling")) {
            basegram.door().set("BOT_URL", basegram.sandbox().root()).start().awaitAnswer("/q/health/live");
            Telegram telegram = new Telegram(basegram.door(), Basegram.SECRET);

            assertThat(telegram.delivers("{\"update_id\":7,\"message\":{}}").statusCode())
                    .isEqualTo(503);

            assertThat(basegram.door().output())
                    .contains("What answers at BOT_URL is not the bot: set it to the root of the telegram-bot service");
            assertThat(basegram.door().isAlive()).isTrue();
        }
    }

    @Test
    void aDoorThatFindsNothingAtBotUrlIsUnready() {
        try (Service door = new Service(
                Program.WEBHOOK_SERVER,
                Basegram.emptyFolder("no-bot"),
                Map.of("BASEGRAM_SECRET", Basegram.SECRET, "BOT_HOSTPORT", "127.0.0.1:1"))) {
            door.start().awaitAnswer("/q/health/live");

            assertThat(door.status("/q/health/ready")).isEqualTo(503);
            assertThat(door.stop()).isZero();
        }
    }

    @Test
    void aBotTokenThatNeverWorkedLeavesTheBotUnreadyAndItsLogSaysWhy() {
        try (Basegram basegram = Basegram.in("telegram-token-at-start").startNeighbours()) {
            basegram.sandbox().faultUntilCleared("telegram", "*", "unauthorized");
            basegram.bot().set("INGRESS", "polling").start().awaitAnswer("/q/health/live");
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(basegram.bot().output()).contains("check TELEGRAM_BOT_TOKEN"));
            assertThat(basegram.bot().status("/q/health/ready")).isEqualTo(503);
            Pause.of(Duration.ofSeconds(5)); // some more tries
            assertThat(basegram.bot().isAlive()).isTrue();
            assertThat(basegram.bot().output().lines().filter(line -> line.contains("TELEGRAM_BOT_TOKEN")))
                    .as("one line, not one for each try")
                    .hasSizeLessThanOrEqualTo(2);

            basegram.sandbox().clearFaults();
            basegram.bot().awaitReady();
        }
    }

    @Test
    void aRevokedBotTokenIsSaidInOneLineAndTheBotComesBackWithIt() {
        try (Basegram basegram = Basegram.in("telegram-token").startBotAlone("polling")) {
            basegram.sandbox().faultUntilCleared("telegram", "*", "unauthorized");
            Awaitility.await().atMost(LIMIT).until(() -> basegram.bot().status("/q/health/ready") == 503);

            assertThat(basegram.bot().output().lines().filter(line -> line.contains("Telegram refuses the token")))
                    .singleElement()
                    .asString()
                    .contains("check TELEGRAM_BOT_TOKEN");
            assertThat(basegram.bot()
                            .metric("basegram_telegram_requests_total{method=\"getUpdates\",outcome=\"unauthorized\"}"))
                    .isPositive();
            assertThat(basegram.bot().isAlive()).isTrue();

            basegram.sandbox().clearFaults();
            basegram.person(1001).says(Marks.message(1)).waiting(LIMIT).sees(Marks.message(1));
            basegram.bot().awaitReady();
        }
    }
}
