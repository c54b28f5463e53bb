package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the base's own settings tables say; nothing for a table that is not there.
 *
 * @param people by Telegram id; empty optional where the base has no {@code Bot People}
 * @param byPhone people of whom the table knows the number and not yet the Telegram id, their numbers as E.164
 * @param rules empty optional where the base has no {@code Bot Rules}
 * @param problems rows that mean nothing
 */
public record BaseSettings(
        Optional<Map<Long, Member>> people,
        List<Member> byPhone,
        Optional<List<Rule>> rules,
        List<RowProblem> problems) {
    /** Returns the one person with a number; empty where there is none, or nobody can tell which of several is meant. */
    public Optional<Member> withPhone(String number) {
        List<Member> found = having(number);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Tells whether a number is in more than one row. */
    public boolean isTwice(String number) {
        return having(number).size() > 1;
    }

    private List<Member> having(String number) {
        return byPhone.stream()
                .filter(member -> member.phone().filter(number::equals).isPresent())
                .toList();
    }
}
