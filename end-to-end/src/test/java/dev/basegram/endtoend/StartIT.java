package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import dev.basegram.endtoend.processes.Program;
import dev.basegram.endtoend.processes.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How the services start, refuse to start, and stop. */
class StartIT {
    private static final Map<String, String> COMPLETE_BOT = Map.of(
            "TELEGRAM_BOT_TOKEN", Basegram.BOT_TOKEN,
            "AIRTABLE_TOKEN", "patEndToEnd000000." + "0".repeat(64),
            "AIRTABLE_BASE_ID", Basegram.BASE_ID,
            "BASEGRAM_SECRET", Basegram.SECRET);

    @ParameterizedTest
    @CsvSource({
        "BASEGRAM_SECRET,",
        "BASEGRAM_SECRET, tooshort",
        "BOT_URL, not-a-url",
        "PORT, eighty",
        "MANAGEMENT_PORT, 70000",
        "LOG_FORMAT, yaml"
    })
    void theDoorNamesTheWrongVariableAndEnds(String variable, String value) {
        refuses(
                new Service(
                                Program.WEBHOOK_SERVER,
                                Basegram.emptyFolder("start-door"),
                                Map.of("BASEGRAM_SECRET", Basegram.SECRET))
                        .set(variable, value),
                variable,
                value);
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_BOT_TOKEN,",
        "TELEGRAM_BOT_TOKEN, no-colon-in-it",
        "AIRTABLE_TOKEN,",
        "AIRTABLE_BASE_ID,",
        "AIRTABLE_BASE_ID, tblNotABase000000",
        "INGRESS, pigeon",
        "DATABASE_URL, mysql://somewhere",
        "WEBHOOK_URL, http://example.org",
        "OWNER_IDS, me",
        "PORT, eighty"
    })
    void theBotNamesTheWrongVariableAndEnds(String variable, String value) {
        refuses(
                new Service(Program.TELEGRAM_BOT, Basegram.emptyFolder("start-bot"), COMPLETE_BOT).set(variable, value),
                variable,
                value);
    }

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"WEBHOOK_SERVER", "TELEGRAM_BOT"})
    void aStopThatComesAtAnyMomentOfTheStartIsHeard(Program program) throws InterruptedException {
        List<Thread> stops = new ArrayList<>();
        Map<Integer, Integer> codes = new ConcurrentHashMap<>();
        for (int moment = 300; moment <= 2_300; moment += 400) {
            int millis = moment;
            stops.add(Thread.ofVirtual().start(() -> {
                Path folder = Basegram.emptyFolder("stop-at-%s-%d".formatted(program.module(), millis));
                try (Service service = new Service(program, folder, COMPLETE_BOT)) {
                    service.start();
                    Pause.of(Duration.ofMillis(millis));
                    codes.put(millis, service.stop());
                }
            }));
        }
        for (Thread stop : stops) {
            stop.join();
        }
        assertThat(codes).as("each ended, in order or before it had begun").hasSize(stops.size());
        assertThat(codes.values()).isSubsetOf(0, 143);
    }

    private static void refuses(Service service, String variable, String value) {
        try (service) {
            assertThat(service.start().awaitExit(Service.START_LIMIT)).isEqualTo(2);

            assertThat(service.output().lines())
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line).startsWith(variable + " ").contains("Example: " + variable + "="));
        }
    }

    @Test
    void theDoorTakesAnySecretFromItsEnvFileAndEndsInOrder() throws IOException {
        Path folder = Basegram.emptyFolder("env-file");
        Files.writeString(
                folder.resolve(".env"), "BASEGRAM_SECRET=from a file ${not.expanded} $x {y}\nLOG_FORMAT=json\n");
        try (Service door = new Service(Program.WEBHOOK_SERVER, folder, Map.of("BOT_URL", "http://127.0.0.1:1"))) {
            door.start().awaitAnswer("/q/health/live");
            Telegram telegram = new Telegram(door, "from a file ${not.expanded} $x {y}");

            assertThat(telegram.delivers("{}").statusCode()).isEqualTo(400);
            assertThat(door.status("/q/health/ready")).isEqualTo(503);
            assertThat(door.stop()).isZero();
            assertThat(door.output().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
            assertThat(door.output()).contains("\"service\":\"webhook-server\"").doesNotContain("not.expanded");
        }
    }
}
