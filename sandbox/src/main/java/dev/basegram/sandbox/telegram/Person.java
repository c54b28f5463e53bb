package dev.basegram.sandbox.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person with a Telegram account.
 *
 * @param id the user id, at least 1; also the id of their private chat with a bot
 * @param firstName never blank
 * @param lastName null without one
 * @param username without {@code @}; null without one
 * @param languageCode an IETF tag; null when the person's app does not tell it
 * @param phone what {@link PersonAct.ShareContact} shares; null without one
 */
public record Person(
        long id,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode,
        @Nullable String phone) {

    /** The people that every sandbox starts with; the first is the owner. */
    public static final List<Person> DEFAULTS = List.of(
            new Person(1001, "Anna", "Keller", "anna_keller", "en", "+41790001001"),
            new Person(1002, "Boris", "Tanaka", "boris_tanaka", "en", "+41790001002"),
            new Person(1003, "Chiara", "Okafor", "chiara_okafor", "it", "+41790001003"));

    /**
     * Checks the values that Telegram guarantees.
     *
     * @throws IllegalArgumentException naming the value
     */
    public Person {
        if (id < 1) {
            throw new IllegalArgumentException("A person's id is " + id + ": use 1 or more");
        }
        if (firstName == null || firstName.isBlank()) {
            throw new IllegalArgumentException("A person needs a first name, such as \"Anna\"");
        }
    }

    /** Returns first and last name. */
    public String fullName() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }
}
