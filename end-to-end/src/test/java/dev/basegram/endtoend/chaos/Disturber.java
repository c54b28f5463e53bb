package dev.basegram.endtoend.chaos;

import dev.basegram.endtoend.conversation.Sandbox;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import dev.basegram.endtoend.processes.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Kills, stops, freezes and restarts the two services and makes their neighbours fail, one thing after the other, each drawn from
 * its seed. Everything runs again when it returns.
 */
final class Disturber {
    private static final List<String> ROADS = List.of("polling", "webhook", "auto");
    private static final List<String> TELEGRAM_FAULTS =
            List.of("429", "500", "502", "slow", "cut-before", "cut-after", "cut-within", "hang", "empty", "garbage");
    private static final List<String> AIRTABLE_FAULTS =
            List.of("429", "500", "503", "slow", "cut-before", "cut-after", "hang");
    private static final List<String> TELEGRAM_CALLS =
            List.of("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates", "deliver", "*");
    private static final List<String> AIRTABLE_CALLS = List.of("create", "list", "*");

    private final Basegram basegram;
    private final RandomGenerator random;
    private final Map<String, Integer> done = new TreeMap<>();
    private int repeatsAllowed;

    Disturber(Basegram basegram, RandomGenerator random) {
        this.basegram = basegram;
        this.random = random;
    }

    /** Disturbs until the time has come, then mends everything. */
    void until(Supplier<Instant> end) {
        while (Instant.now().isBefore(end.get())) {
            Pause.of(Duration.ofMillis(random.nextInt(300, 2_500)));
            disturb();
        }
        mend();
    }

    /** Returns how often what was done. */
    Map<String, Integer> done() {
        return done;
    }

    /**
     * Returns how many answers to one person may be repeated: Telegram knows no key for what was sent. Each interruption of the
     * bot and each failed call to Telegram catches at most one answer of a person's on its way; the door's troubles catch none.
     */
    int repeatsAllowed() {
        return repeatsAllowed;
    }

    private void disturb() {
        switch (random.nextInt(10)) {
            case 0, 1 -> crash(basegram.bot());
            case 2 -> crash(basegram.door());
            case 3 -> restart(basegram.bot());
            case 4 -> restart(basegram.door());
            case 5 -> freeze(basegram.bot());
            case 6 -> freeze(basegram.door());
            case 7, 8 -> fault("telegram", TELEGRAM_CALLS, TELEGRAM_FAULTS);
            default -> fault("airtable", AIRTABLE_CALLS, AIRTABLE_FAULTS);
        }
    }

    private void crash(Service service) {
        interrupts(service);
        note("kill -9 " + service.program().module());
        service.kill();
        startAgain(service);
    }

    private void restart(Service service) {
        interrupts(service);
        note("restart " + service.program().module());
        service.stop();
        startAgain(service);
    }

    private void interrupts(Service service) {
        if (service == basegram.bot()) {
            repeatsAllowed++;
        }
    }

    private void startAgain(Service service) {
        Pause.of(Duration.ofMillis(random.nextInt(0, 3_000)));
        if (service == basegram.bot()) {
            service.set("INGRESS", drawn(ROADS));
        }
        service.start();
    }

    private void freeze(Service service) {
        interrupts(service);
        note("kill -STOP " + service.program().module());
        service.pause();
        Pause.of(Duration.ofMillis(random.nextInt(500, 7_000)));
        service.resume();
    }

    private void fault(String neighbour, List<String> calls, List<String> kinds) {
        String kind = drawn(kinds);
        String call = drawn(calls);
        note("fault of " + neighbour + ": " + kind);
        int times = random.nextInt(1, 4);
        repeatsAllowed += neighbour.equals("telegram") ? times : 0;
        basegram.sandbox().fault(neighbour, call, kind, times);
    }

    private void mend() {
        Sandbox sandbox = basegram.sandbox();
        sandbox.clearFaults();
        for (Service service : List.of(basegram.bot(), basegram.door())) {
            if (!service.isAlive()) {
                service.start();
            }
            service.awaitAnswer("/q/health/live");
        }
    }

    private String drawn(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void note(String what) {
        done.merge(what, 1, Integer::sum);
        System.out.println("chaos: " + what);
    }
}
