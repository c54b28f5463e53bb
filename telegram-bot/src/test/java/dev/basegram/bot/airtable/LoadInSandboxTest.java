package dev.basegram.bot.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CellValue.Text;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 100 people reading and writing for three minutes through the sandbox with its limits on.
 *
 * <p>A naive client takes one call for a page of a list, a card, a search or a new record, and two for a change that looks first.
 */
@QuarkusTest
@Tag("slow")
@WithTestResource(SandboxAirtable.class)
class LoadInSandboxTest {
    private static final int PEOPLE = 100;
    private static final Duration HOW_LONG = Duration.ofMinutes(3);
    private static final int MOST_THINKING_MILLIS = 5_000;

    @Inject
    Airtable airtable;

    private final LocalAirtableServer server = SandboxAirtable.server();
    private final List<Long> reads = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> writes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger naive = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();

    private static <T> Answer<T> ask(Uni<Answer<T>> uni) {
        return uni.await().atMost(Duration.ofMinutes(2));
    }

    private <T> T timed(List<Long> times, int naiveCalls, Uni<Answer<T>> uni) {
        long start = System.nanoTime();
        Answer<T> answer = ask(uni);
        times.add(System.nanoTime() - start);
        naive.addAndGet(naiveCalls);
        answer.reason().ifPresent(failure -> failures.add(failure.toString()));
        return answer.found().orElse(null);
    }

    @Test
    void shouldServeAHundredPeopleWithinTheLimits() throws Exception {
        Assumptions.assumeTrue(LocalAirtableServer.isBuilt(), "build the sandbox first: mvn -pl sandbox compile");
        Caller me = Caller.person("set-up").patient(Duration.ofMinutes(1));
        Schema schema = ask(airtable.schema(me)).found().orElseThrow();
        Table orders = schema.tableNamed("Orders").orElseThrow();
        Table clients = schema.tableNamed("Clients").orElseThrow();
        ask(airtable.table(me, orders.id()));
        ask(airtable.table(me, clients.id()));
        ask(airtable.view(me, orders.id(), orders.views().getFirst().id()));
        int before = server.calls().size();
        long end = System.nanoTime() + HOW_LONG.toNanos();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int number = i;
                all.add(people.submit(() -> person(number, end, orders, clients)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        report(server.calls().size() - before);
    }

    private void person(int number, long end, Table orders, Table clients) {
        var random = new Random(number);
        Caller caller = Caller.person("person" + number).patient(Duration.ofSeconds(30));
        for (int step = 0; System.nanoTime() < end; step++) {
            sleep(random.nextInt(MOST_THINKING_MILLIS));
            int what = random.nextInt(100);
            if (what < 50) {
                timed(
                        reads,
                        1,
                        airtable.view(
                                caller,
                                orders.id(),
                                orders.views().get(random.nextInt(3)).id()));
            } else if (what < 62) {
                timed(reads, 1, airtable.table(caller, clients.id()));
            } else if (what < 78) {
                card(caller, random, orders);
            } else if (what < 88) {
                timed(
                        reads,
                        1,
                        airtable.search(caller, SearchQuery.everywhere(clients.id(), "an" + random.nextInt(3), 8)));
            } else if (what < 96) {
                change(caller, random, orders, "by " + number + " at " + step);
            } else {
                create(caller, clients, number + "-" + step);
            }
        }
    }

    private AirtableRecord any(Caller caller, Random random, Table orders) {
        List<AirtableRecord> records =
                ask(airtable.table(caller, orders.id())).found().orElseThrow().records();
        return records.get(random.nextInt(records.size()));
    }

    private void card(Caller caller, Random random, Table orders) {
        AirtableRecord order = any(caller, random, orders);
        timed(reads, 1, airtable.record(caller, orders.id(), order.id(), Freshness.HELD));
    }

    private void change(Caller caller, Random random, Table orders, String text) {
        FieldId notes = orders.fieldNamed("Notes").orElseThrow().id();
        AirtableRecord order = any(caller, random, orders);
        var change = RecordChange.put(orders.id(), order.id(), Map.of(notes, new Text(text)))
                .expecting(Map.of(notes, order.cell(notes)));
        if (timed(writes, 2, airtable.update(caller, change)) instanceof UpdateOutcome.Conflict) {
            conflicts.incrementAndGet();
        }
    }

    private void create(Caller caller, Table clients, String key) {
        FieldId name = clients.fieldNamed("Name").orElseThrow().id();
        timed(
                writes,
                1,
                airtable.create(
                        caller, new NewRecord(clients.id(), Map.of(name, new Text("Client " + key)), "load-" + key)));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double percentile(List<Long> nanos, double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share))) / 1e6;
    }

    private void report(int calls) {
        long limited =
                server.calls().stream().filter(call -> call.status() == 429).count();
        double share = 100.0 * calls / naive.get();
        System.out.printf(
                "load: %d reads, p50 %.2f ms, p95 %.2f ms, max %.0f ms; %d writes, p50 %.0f ms, p95 %.0f ms, max %.0f ms;"
                        + " %d conflicts; %d failures; %d calls where a naive client takes %d (%.1f %%); %d × 429%n",
                reads.size(),
                percentile(reads, 0.5),
                percentile(reads, 0.95),
                percentile(reads, 1),
                writes.size(),
                percentile(writes, 0.5),
                percentile(writes, 0.95),
                percentile(writes, 1),
                conflicts.get(),
                failures.size(),
                calls,
                naive.get(),
                share,
                limited);
        assertThat(limited).isZero();
        assertThat(failures).isEmpty();
        assertThat(share).isLessThanOrEqualTo(20);
        assertThat(percentile(reads, 0.95)).isLessThan(5);
        assertThat(percentile(writes, 1)).isLessThan(30_000);
    }
}
