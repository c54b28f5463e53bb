package dev.basegram.endtoend.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who write one message after the other, each to be answered once, and how long each answer took. */
public final class Traffic implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final List<Person> people;
    private final Map<Long, List<Integer>> written = new ConcurrentHashMap<>();
    private final Map<Integer, Long> writtenAt = new ConcurrentHashMap<>();
    private final Map<Integer, Long> answeredAt = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
    private int next = 1;

    /** Begins: every pause, the next of these people writes. */
    public Traffic(List<Person> people, Duration pause) {
        this.people = people;
        people.forEach(person -> written.put(person.id(), new ArrayList<>()));
        var _ = writer.scheduleAtFixedRate(this::write, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        var _ = clock.scheduleWithFixedDelay(this::look, 1, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void write() {
        int number = next++;
        Person person = people.get(number % people.size());
        writtenAt.put(number, System.nanoTime());
        person.says(Marks.message(number));
        written.get(person.id()).add(number);
    }

    private void look() {
        for (Person person : people) {
            Marks.answered(person.chat()).forEach(number -> answeredAt.putIfAbsent(number, System.nanoTime()));
        }
    }

    /** Nobody writes any more. */
    public void stop() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new AssertionError("A message is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many messages have been written. */
    public int count() {
        return writtenAt.size();
    }

    /** Returns the numbers of the messages that have no answer. */
    public Set<Integer> unanswered() {
        Set<Integer> numbers = new HashSet<>(writtenAt.keySet());
        people.forEach(person -> Marks.answered(person.chat()).forEach(numbers::remove));
        return numbers;
    }

    /** Returns what each person was answered, beside what they wrote. */
    public Map<List<Integer>, List<Integer>> answersByQuestions() {
        Map<List<Integer>, List<Integer>> answers = new HashMap<>();
        people.forEach(person -> answers.put(written.get(person.id()), Marks.answered(person.chat())));
        return answers;
    }

    /** Returns the longest that an answer took to a message with a number from {@code first} on; to half a second. */
    public Duration longestWaitSince(int first) {
        return Duration.ofNanos(writtenAt.entrySet().stream()
                .filter(message -> message.getKey() >= first && answeredAt.containsKey(message.getKey()))
                .mapToLong(message -> answeredAt.get(message.getKey()) - message.getValue())
                .max()
                .orElse(0));
    }

    @Override
    public void close() {
        writer.shutdownNow();
        clock.shutdownNow();
    }
}
