package dev.basegram.bot.inbox;

import dev.basegram.bot.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A process to be killed: {@code IntakeProcess DATABASE EFFECTS FIRST COUNT}. It takes updates from the first id on and says which
 * are accepted; its handler writes one line per effect. With no count it ends when nothing is pending.
 */
public final class IntakeProcess {
    static final int PEOPLE = 5;

    private IntakeProcess() {}

    public static void main(String... args) throws Exception {
        Path effects = Path.of(args[1]);
        long first = Long.parseLong(args[2]);
        long count = Long.parseLong(args[3]);
        UpdateHandler handler = new UpdateHandler() {
            @Override
            public HandleOutcome handle(IncomingUpdate update) throws InterruptedException {
                Thread.sleep(5);
                String line = "%d %d %d%n"
                        .formatted(update.head().personId(), update.head().updateId(), update.attempt());
                try {
                    Files.writeString(effects, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                } catch (IOException e) {
                    return new HandleOutcome.TryAgain("the effects cannot be written", null);
                }
                return HandleOutcome.Done.plain();
            }

            @Override
            public void tellRefused(IncomingUpdate update, String reference) {}
        };
        TestStore store = TestStore.sqlite(Path.of(args[0]));
        var inbox = new Inbox(
                store.database(),
                1,
                handler,
                Clock.systemUTC(),
                InboxLimits.standard(),
                new SimpleMeterRegistry(),
                Updates.LOG);
        inbox.start();
        for (long id = first; id < first + count; id++) {
            byte[] raw = Updates.message(id, 1001 + id % PEOPLE, "m", Instant.now());
            long accepted = id;
            inbox.accept(raw, Source.POLLING).subscribe().with(result -> say(accepted, result));
            Thread.sleep(2);
        }
        while (inbox.counts().pending() > 0) {
            Thread.sleep(50);
        }
        inbox.drain(Duration.ofSeconds(5));
        store.close();
        System.out.println("empty");
        System.exit(0);
    }

    private static synchronized void say(long id, AcceptResult result) {
        byte[] line = "%s %d%n".formatted(result.getClass().getSimpleName(), id).getBytes(StandardCharsets.UTF_8);
        System.out.write(line, 0, line.length);
        System.out.flush();
    }
}
