package dev.basegram.bot.airtable.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.airtable.GateState.Reason;
import dev.basegram.bot.airtable.Lane;
import dev.basegram.bot.airtable.rest.ApiError;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.Safety;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private record Departure(String name, double at) {}

    private final VirtualTime time = new VirtualTime();
    private Duration answerAfter = Duration.ofMillis(150);
    private final List<Departure> departures = new ArrayList<>();
    private final Counter counter = new Counter();
    private final Gate gate = new Gate(time, time, new Random(1), counter, GateMeter.NONE);
    private final Flights flights = new Flights(gate, time, new Random(2));

    private static final class Counter implements CallCounter {
        private long used;
        private long limit;

        @Override
        public void leaves() {
            used++;
        }

        @Override
        public CallBudget budget() {
            return new CallBudget(YearMonth.of(2026, 11), used, limit);
        }
    }

    /** A call that takes 150 ms and is answered by these one after the other, the last one ever after. */
    @SafeVarargs
    private Call<String> call(String name, Safety safety, Reply<String>... replies) {
        int[] sent = {0};
        return new Call<>(
                name,
                safety,
                () -> Uni.createFrom().completionStage(() -> {
                    departures.add(new Departure(name, time.seconds()));
                    var reply = new CompletableFuture<Reply<String>>();
                    Reply<String> next = replies[Math.min(sent[0]++, replies.length - 1)];
                    Runnable _ = time.after(answerAfter, () -> reply.complete(next));
                    return reply;
                }));
    }

    private Call<String> ok(String name) {
        return call(name, Safety.READ, new Reply.Got<>(name));
    }

    private CompletableFuture<Reply<String>> send(Caller caller, Call<String> call) {
        return gate.pass(caller, call).subscribeAsCompletionStage();
    }

    private List<String> names() {
        return departures.stream().map(Departure::name).toList();
    }

    private static Caller person(String key) {
        return Caller.person(key);
    }

    private int mostInAnySecond() {
        return departures.stream()
                .mapToInt(from -> (int) departures.stream()
                        .filter(d -> d.at() >= from.at() && d.at() < from.at() + 1)
                        .count())
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({"50, 445, 455", "150, 425, 440", "400, 350, 360", "60000, 160, 175"})
    void shouldKeepFourAndAHalfASecondWhereAnswersComeSoonAndNeverPassFive(int millis, int least, int most) {
        answerAfter = Duration.ofMillis(millis);
        for (int i = 0; i < 460; i++) {
            send(person("chat" + i % 40).patient(Duration.ofMinutes(5)), ok("c" + i));
        }
        time.pass(Duration.ofSeconds(100));
        assertThat(mostInAnySecond()).isLessThanOrEqualTo(5);
        assertThat(departures).hasSizeBetween(least, most);
    }

    /** Airtable counts calls as they arrive; the way to it takes each call another while, shorter than until its answer. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldNotLetMoreThanFiveArriveInAnySecondWhateverTheWayDoes(long seed) {
        var random = new Random(seed);
        List<Double> arrivals = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int way = random.nextInt(900);
            var call = new Call<String>(
                    "c" + i,
                    Safety.READ,
                    () -> Uni.createFrom().completionStage(() -> {
                        var reply = new CompletableFuture<Reply<String>>();
                        Runnable _ = time.after(Duration.ofMillis(way), () -> arrivals.add(time.seconds()));
                        Runnable _ =
                                time.after(Duration.ofMillis(way + 20), () -> reply.complete(new Reply.Got<>("x")));
                        return reply;
                    }));
            send(person("chat" + i % 40).patient(Duration.ofMinutes(9)), call);
        }
        time.pass(Duration.ofMinutes(5));
        assertThat(arrivals).hasSize(300);
        Collections.sort(arrivals);
        for (int i = 5; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - 5)).isGreaterThan(1);
        }
    }

    @Test
    void shouldNeverLetMoreThanFiveOutInAnySecondHoweverCallsCome() {
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            if (random.nextInt(3) == 0) {
                time.pass(Duration.ofMillis(random.nextInt(1500)));
            }
            send(person("chat" + random.nextInt(9)).patient(Duration.ofMinutes(9)), ok("c" + i));
        }
        time.pass(Duration.ofMinutes(5));
        assertThat(departures).hasSize(400);
        assertThat(mostInAnySecond()).isLessThanOrEqualTo(5);
    }

    @Test
    void shouldLetASmallBurstOutAtOnceAfterARest() {
        IntStream.range(0, 3).forEach(i -> send(person("a"), ok("c" + i)));
        assertThat(departures).hasSize(3).allSatisfy(d -> assertThat(d.at()).isZero());
    }

    @Test
    void shouldParkTheBaseAfterA429ThenSendOneProbeThenTheRest() {
        var limited = call("limited", Safety.ONCE, new Reply.TooMany<>(null), new Reply.Got<>("limited"));
        var reply = send(person("a").patient(Duration.ofMinutes(2)), limited);
        time.pass(Duration.ofMillis(200));
        assertThat(gate.state()).isInstanceOf(GateState.Held.class);
        for (int i = 0; i < 4; i++) {
            send(person("b").patient(Duration.ofMinutes(2)), ok("b" + i));
        }
        time.pass(Duration.ofMillis(29_900));
        assertThat(departures).hasSize(1);
        time.pass(Duration.ofSeconds(10));
        assertThat(names()).containsExactly("limited", "limited", "b0", "b1", "b2", "b3");
        assertThat(departures.get(1).at()).isBetween(30.15, 35.2);
        assertThat(departures.get(2).at())
                .isGreaterThanOrEqualTo(departures.get(1).at() + 0.15);
        assertThat(reply.join()).isEqualTo(new Reply.Got<>("limited"));
        assertThat(gate.state()).isInstanceOf(GateState.Open.class);
    }

    @Test
    void shouldParkAgainWhenTheProbeIsRefusedToo() {
        var stubborn =
                call("s", Safety.READ, new Reply.TooMany<>(null), new Reply.TooMany<>(null), new Reply.Got<>("s"));
        var reply = send(person("a").patient(Duration.ofMinutes(5)), stubborn);
        time.pass(Duration.ofMinutes(2));
        assertThat(departures).hasSize(3);
        assertThat(departures.get(2).at() - departures.get(1).at()).isGreaterThan(30);
        assertThat(reply.join()).isEqualTo(new Reply.Got<>("s"));
    }

    @Test
    void shouldHonourALongerRetryAfter() {
        send(
                person("a").patient(Duration.ofMinutes(9)),
                call("l", Safety.READ, new Reply.TooMany<>(Duration.ofSeconds(90)), new Reply.Got<>("l")));
        time.pass(Duration.ofMinutes(5));
        assertThat(departures.get(1).at()).isGreaterThan(90);
    }

    @Test
    void shouldTellImpatientCallersAtOnceThatTheBaseIsParked() {
        send(person("a"), call("l", Safety.READ, new Reply.TooMany<>(null)));
        var waiting = send(person("b").patient(Duration.ofSeconds(10)), ok("w"));
        time.pass(Duration.ofMillis(200));
        assertThat(waiting).isCompleted();
        var later = send(person("c"), ok("later"));
        assertThat(later.join())
                .isInstanceOfSatisfying(
                        Reply.Unfit.class,
                        unfit -> assertThat(unfit.failure())
                                .isInstanceOfSatisfying(
                                        AirtableFailure.RateLimited.class,
                                        limited -> assertThat(limited.pause())
                                                .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(35))));
    }

    @Test
    void shouldStopAtOnceWhenTheMonthsCallsAreSpentAndTryAgainAfterAnHour() {
        var spent = send(
                person("a"),
                call("a", Safety.READ, new Reply.Spent<>("API billing plan limit exceeded."), new Reply.Got<>("a")));
        var waiting = IntStream.range(0, 6)
                .mapToObj(i -> send(person("b"), ok("w" + i)))
                .toList();
        time.pass(Duration.ofMillis(160));
        assertThat(spent.join())
                .isEqualTo(
                        new Reply.Unfit<>(new AirtableFailure.MonthlyCallsSpent("API billing plan limit exceeded.")));
        assertThat(waiting.getLast()).isCompleted();
        int soFar = departures.size();
        time.pass(Duration.ofMinutes(59));
        assertThat(send(person("c"), ok("no")).join()).isInstanceOf(Reply.Unfit.class);
        assertThat(departures).hasSize(soFar);
        time.pass(Duration.ofMinutes(2));
        var again = send(person("c"), ok("yes"));
        time.pass(Duration.ofSeconds(1));
        assertThat(again.join()).isEqualTo(new Reply.Got<>("yes"));
    }

    @Test
    void shouldLetPeopleGoBeforeBackgroundButNotForEver() {
        for (int i = 0; i < 20; i++) {
            send(Caller.background("refresh"), ok("bg" + i));
        }
        for (int i = 0; i < 20; i++) {
            send(person("p" + i), ok("p" + i));
        }
        time.pass(Duration.ofSeconds(10));
        long people = names().stream()
                .skip(3)
                .limit(24)
                .filter(n -> n.startsWith("p"))
                .count();
        long background = names().stream()
                .skip(3)
                .limit(24)
                .filter(n -> n.startsWith("bg"))
                .count();
        assertThat(people).isBetween(19L, 21L);
        assertThat(background).isBetween(3L, 5L);
    }

    @Test
    void shouldGiveEachCallerATurnHoweverMuchOneAsks() {
        for (int i = 0; i < 25; i++) {
            send(person("greedy"), ok("greedy" + i));
        }
        for (int i = 0; i < 3; i++) {
            send(person("modest" + i), ok("modest" + i));
        }
        time.pass(Duration.ofSeconds(10));
        assertThat(names().subList(3, 8)).contains("modest0", "modest1", "modest2");
        assertThat(names().stream().filter(n -> n.startsWith("greedy")).toList())
                .isEqualTo(IntStream.range(0, 25).mapToObj(i -> "greedy" + i).toList());
    }

    @Test
    void shouldFailWhatWaitsLongerThanItsCallersPatience() {
        IntStream.range(0, 30).forEach(i -> send(person("a" + i).patient(Duration.ofMinutes(1)), ok("c" + i)));
        var impatient = send(person("z").patient(Duration.ofSeconds(2)), ok("z"));
        time.pass(Duration.ofSeconds(3));
        assertThat(impatient.join())
                .isInstanceOfSatisfying(
                        Reply.Unfit.class,
                        unfit -> assertThat(unfit.failure()).isInstanceOf(AirtableFailure.Busy.class));
        time.pass(Duration.ofMinutes(1));
        assertThat(names()).doesNotContain("z").hasSize(30);
    }

    @Test
    void shouldRefuseWhatTheQueueHasNoRoomFor() {
        IntStream.range(0, 33).forEach(i -> send(person("one"), ok("c" + i)));
        assertThat(send(person("one"), ok("more")).join()).isInstanceOf(Reply.Unfit.class);
        IntStream.range(0, 470).forEach(i -> send(person("other" + i), ok("o" + i)));
        assertThat(send(person("last"), ok("more")).join()).isInstanceOf(Reply.Unfit.class);
    }

    @Test
    void shouldFailAtOnceWhileAirtableIsUnreachableAndComeBackByOneProbe() {
        Reply<String> down = new Reply.Down<>("HTTP 503", null, true);
        for (int i = 0; i < 5; i++) {
            send(person("a" + i), call("d" + i, Safety.ONCE, down));
        }
        time.pass(Duration.ofSeconds(2));
        assertThat(gate.state())
                .isInstanceOfSatisfying(
                        GateState.Held.class, held -> assertThat(held.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThat(send(person("b"), ok("no")).join())
                .isInstanceOfSatisfying(
                        Reply.Unfit.class,
                        unfit -> assertThat(unfit.failure()).isInstanceOf(AirtableFailure.Unavailable.class));
        time.pass(Duration.ofSeconds(5));
        send(person("b"), call("probe", Safety.ONCE, down));
        time.pass(Duration.ofMillis(200));
        assertThat(send(person("b"), ok("still no")).join()).isInstanceOf(Reply.Unfit.class);
        time.pass(Duration.ofSeconds(6));
        assertThat(send(person("b"), ok("nor yet, the pause grows")).join()).isInstanceOf(Reply.Unfit.class);
        time.pass(Duration.ofSeconds(5));
        var back = send(person("b"), ok("back"));
        time.pass(Duration.ofSeconds(1));
        assertThat(back.join()).isEqualTo(new Reply.Got<>("back"));
        assertThat(gate.state()).isInstanceOf(GateState.Open.class);
    }

    @Test
    void shouldStopBackgroundButNotPeopleWhenTheBudgetIsSpent() {
        counter.limit = 2;
        counter.used = 2;
        assertThat(send(Caller.background("x"), ok("bg")).join()).isInstanceOf(Reply.Unfit.class);
        var person = send(person("a"), ok("p"));
        time.pass(Duration.ofSeconds(1));
        assertThat(person.join()).isEqualTo(new Reply.Got<>("p"));
    }

    /** What may be repeated after what: the rule of the whole client in one table. */
    @ParameterizedTest(name = "{0} after {1}: {2} calls")
    @CsvSource({
        "READ, got, 1",
        "READ, refused, 1",
        "READ, down sent, 3",
        "READ, down not sent, 3",
        "READ, garbled, 1",
        "REPEATABLE, got, 1",
        "REPEATABLE, refused, 1",
        "REPEATABLE, down sent, 3",
        "REPEATABLE, down not sent, 3",
        "REPEATABLE, garbled, 3",
        "ONCE, got, 1",
        "ONCE, refused, 1",
        "ONCE, down sent, 1",
        "ONCE, down not sent, 3",
        "ONCE, garbled, 1",
    })
    void shouldRepeatOnlyWhatIsSafeToRepeat(Safety safety, String first, int calls) {
        Reply<String> reply = switch (first) {
            case "got" -> new Reply.Got<>("x");
            case "refused" -> new Reply.Refused<>(new ApiError(422, "INVALID_RECORDS", ""));
            case "down sent" -> new Reply.Down<>("HTTP 502", null, true);
            case "down not sent" -> new Reply.Down<>("no connection", null, false);
            case "garbled" -> new Reply.Garbled<>("cut");
            default -> throw new IllegalArgumentException(first);
        };
        var answer = flights.send(person("a"), call("c", safety, reply)).subscribeAsCompletionStage();
        time.pass(Duration.ofSeconds(15));
        assertThat(departures).hasSize(calls);
        assertThat(answer.join()).isEqualTo(reply);
    }

    @Test
    void shouldWaitAsLongAsRetryAfterSaysBeforeARepeat() {
        var answer = flights.send(
                        person("a"),
                        call(
                                "c",
                                Safety.READ,
                                new Reply.Down<>("HTTP 503", Duration.ofSeconds(7), true),
                                new Reply.Got<>("x")))
                .subscribeAsCompletionStage();
        time.pass(Duration.ofSeconds(10));
        assertThat(departures.get(1).at()).isCloseTo(7.15, within(0.01));
        assertThat(answer.join()).isEqualTo(new Reply.Got<>("x"));
    }

    @Test
    void shouldShareIdenticalReadsInFlightAndNotAfterwards() {
        var first = flights.share("k", person("a"), () -> ok("read")).reply().subscribeAsCompletionStage();
        var second = flights.share("k", person("b"), () -> ok("read")).reply().subscribeAsCompletionStage();
        time.pass(Duration.ofSeconds(1));
        assertThat(departures).hasSize(1);
        assertThat(second.join()).isEqualTo(first.join());
        flights.share("k", person("c"), () -> ok("read"));
        time.pass(Duration.ofSeconds(1));
        assertThat(departures).hasSize(2);
    }

    @Test
    void shouldLetAPersonWhoJoinsABackgroundReadPullItForward() {
        IntStream.range(0, 3).forEach(i -> send(person("p"), ok("first" + i)));
        flights.share("k", Caller.background("refresh"), () -> ok("shared"));
        IntStream.range(0, 12).forEach(i -> send(person("p" + i), ok("p" + i)));
        flights.share("k", person("q"), () -> ok("shared"));
        send(person("r"), ok("r"));
        assertThat(gate.waiting(Lane.BACKGROUND)).isZero();
        time.pass(Duration.ofSeconds(10));
        assertThat(names().indexOf("shared")).isLessThan(names().indexOf("r"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAnswerEveryCallOnceWhateverHappens(long seed) {
        var random = new Random(seed);
        List<CompletableFuture<Reply<String>>> replies = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Reply<String> reply = switch (random.nextInt(12)) {
                case 0 -> new Reply.TooMany<>(null);
                case 1 -> new Reply.Down<>("HTTP 500", null, random.nextBoolean());
                case 2 -> new Reply.Refused<>(new ApiError(404, "NOT_FOUND", ""));
                default -> new Reply.Got<>("x");
            };
            Safety safety = Safety.values()[random.nextInt(3)];
            Caller caller = random.nextBoolean()
                    ? person("p" + random.nextInt(10)).patient(Duration.ofSeconds(1 + random.nextInt(100)))
                    : Caller.background("b" + random.nextInt(3));
            replies.add(flights.send(caller, call("c" + i, safety, reply, new Reply.Got<>("later")))
                    .subscribeAsCompletionStage());
            time.pass(Duration.ofMillis(random.nextInt(400)));
        }
        time.pass(Duration.ofMinutes(20));
        assertThat(replies).allSatisfy(reply -> assertThat(reply).isCompleted());
        assertThat(mostInAnySecond()).isLessThanOrEqualTo(5);
        assertThat(gate.waiting(Lane.INTERACTIVE) + gate.waiting(Lane.BACKGROUND))
                .isZero();
    }
}
