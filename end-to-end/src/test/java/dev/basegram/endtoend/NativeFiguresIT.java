package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Marks;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Footprint;
import dev.basegram.endtoend.processes.Program;
import dev.basegram.endtoend.processes.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the native executables cost, beside what they may ({@code scripts/native-figures} shows it). Size and memory are the same on
 * every machine and have to hold; so has the processor time to the first answer, which no other work can lengthen much. The time on
 * the clock is only shown, since a busy machine lengthens it at will.
 */
@EnabledIfSystemProperty(named = "basegram.native", matches = "true")
class NativeFiguresIT {
    private static final int STARTS = 10;
    private static final int PEOPLE = 100;
    private static final int MESSAGES = 10;
    private static final long MIB = 1 << 20;
    private static final long MB = 1_000_000;
    private static final List<Long> IDS =
            LongStream.range(0, PEOPLE).map(number -> 7001 + number).boxed().toList();

    /** What a service may take: milliseconds to the first answer, MiB after a thousand updates, MB on disk. */
    private record Target(Program program, long answer, long resident, long size) {}

    private static final Target DOOR = new Target(Program.WEBHOOK_SERVER, 80, 60, 60);
    private static final Target BOT = new Target(Program.TELEGRAM_BOT, 300, 100, 95);

    private record Begin(Duration answer, Footprint then) {}

    @Test
    void theyStartAtOnceAndStaySmall() {
        try (Basegram basegram = Basegram.in("native-figures")) {
            basegram.bot().set("OWNER_IDS", IDS.stream().map(String::valueOf).collect(Collectors.joining(",")));
            basegram.start("webhook");
            aThousandUpdates(basegram);
            Map<Program, Footprint> after = Map.of(
                    Program.WEBHOOK_SERVER, basegram.door().footprint(),
                    Program.TELEGRAM_BOT, basegram.bot().footprint());
            basegram.bot().stop();
            basegram.door().stop();
            List<Begin> doors = new ArrayList<>();
            List<Begin> bots = new ArrayList<>();
            for (int start = 0; start < STARTS; start++) {
                doors.add(begin(basegram.door()));
                bots.add(begin(basegram.bot()));
            }
            tell("%-15s %-26s %10s %10s %10s", "", "", "best", "median", "target");
            show(DOOR, doors, after.get(Program.WEBHOOK_SERVER));
            show(BOT, bots, after.get(Program.TELEGRAM_BOT));
            assertHolds(DOOR, doors, after.get(Program.WEBHOOK_SERVER));
            assertHolds(BOT, bots, after.get(Program.TELEGRAM_BOT));
        }
    }

    /** Each person writes ten messages, and is answered each of them. */
    private static void aThousandUpdates(Basegram basegram) {
        IDS.forEach(id -> basegram.sandbox().register(id, "Person " + id));
        List<Person> people = IDS.stream().map(basegram::person).toList();
        for (int message = 1; message <= MESSAGES; message++) {
            String text = message % 2 == 0 ? "/menu" : Marks.message(message);
            people.forEach(person -> person.says(text));
        }
        Awaitility.await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
            assertThat(basegram.bot().metric("basegram_inbox_pending")).isZero();
            assertThat(basegram.door().metric("basegram_updates_forwarded_total{outcome=\"accepted\"}"))
                    .isGreaterThanOrEqualTo(PEOPLE * MESSAGES);
        });
        assertThat(basegram.bot().metric("basegram_dead_letters")).isZero();
        people.forEach(person -> assertThat(Marks.answered(person.chat())).containsExactly(1, 3, 5, 7, 9));
    }

    private static Begin begin(Service service) {
        Duration answer = service.startAndAwaitFirstAnswer();
        Footprint then = service.footprint();
        assertThat(service.stop()).isZero();
        return new Begin(answer, then);
    }

    private static void show(Target target, List<Begin> begins, Footprint after) {
        String name = target.program().module();
        List<Long> answers =
                begins.stream().map(begin -> begin.answer().toMillis()).sorted().toList();
        List<Long> processor = processor(begins);
        List<Long> resident = begins.stream()
                .map(begin -> begin.then().resident() / MIB)
                .sorted()
                .toList();
        line(name, "first answer, ms", answers.getFirst(), median(answers), target.answer());
        line(name, "processor time, ms", processor.getFirst(), median(processor), target.answer());
        line(name, "resident then, MiB", resident.getFirst(), median(resident), target.resident());
        long later = after.resident() / MIB;
        line(name, "after 1,000 updates, MiB", later, later, target.resident());
        long size = target.program().sizeOfExecutable() / MB;
        line(name, "on disk, MB", size, size, target.size());
    }

    private static void line(String service, String what, long best, long median, long target) {
        tell("%-15s %-26s %10d %10d %10s", service, what, best, median, (best > target ? "MISSED " : "") + target);
    }

    private static void assertHolds(Target target, List<Begin> begins, Footprint after) {
        assertThat(processor(begins).getFirst())
                .as("%s: milliseconds of processor time to the first answer", target.program())
                .isLessThanOrEqualTo(target.answer());
        assertThat(after.resident() / MIB)
                .as("%s: MiB after 1,000 updates", target.program())
                .isLessThanOrEqualTo(target.resident());
        assertThat(target.program().sizeOfExecutable() / MB)
                .as("%s: MB on disk", target.program())
                .isLessThanOrEqualTo(target.size());
    }

    private static List<Long> processor(List<Begin> begins) {
        return begins.stream()
                .map(begin -> begin.then().processor().toMillis())
                .sorted()
                .toList();
    }

    private static long median(List<Long> sorted) {
        int middle = sorted.size() / 2;
        return (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void tell(String format, Object... values) {
        System.out.println("figures: " + format.formatted(values));
    }
}
