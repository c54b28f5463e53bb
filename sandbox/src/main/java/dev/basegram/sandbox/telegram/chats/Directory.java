package dev.basegram.sandbox.telegram.chats;

import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The people and groups there are, the same for every bot. Thread-safe. */
public final class Directory {
    private static final Set<Long> STARTED = Set.of(1001L, 1002L, 1003L);

    private final Map<Long, Person> people = new ConcurrentHashMap<>();
    private final Map<Long, GroupChat> groups = new ConcurrentHashMap<>();

    /** Creates a directory of those that every sandbox starts with. */
    public Directory() {
        reset();
    }

    /** Goes back to those that every sandbox starts with. */
    public void reset() {
        people.clear();
        groups.clear();
        Person.DEFAULTS.forEach(this::register);
        register(GroupChat.DEFAULT);
    }

    /** Adds a person, or changes one. */
    public void register(Person person) {
        people.put(person.id(), person);
    }

    /** Adds a group, or changes one. */
    public void register(GroupChat group) {
        groups.put(group.id(), group);
    }

    /** Returns everyone, by id. */
    public List<Person> people() {
        return people.values().stream()
                .sorted(Comparator.comparingLong(Person::id))
                .toList();
    }

    /** Returns all groups, by id. */
    public List<GroupChat> groups() {
        return groups.values().stream()
                .sorted(Comparator.comparingLong(GroupChat::id))
                .toList();
    }

    /** Returns a person; empty when there is none of that id. */
    public Optional<Person> person(long id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Returns a group; empty when there is none of that id. */
    public Optional<GroupChat> group(long id) {
        return Optional.ofNullable(groups.get(id));
    }

    /**
     * Says whether a person had pressed Start before the bot came: so the people of the page have, so that a bot can
     * write to them first. Everyone else has to write to the bot first, as on Telegram.
     */
    boolean hasStarted(long person) {
        return STARTED.contains(person);
    }
}
