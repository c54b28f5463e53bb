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
 * @param rules empty optional where the base has no {@code Bot Rules}
 * @param problems rows that mean nothing
 */
public record BaseSettings(Optional<Map<Long, Member>> people, Optional<List<Rule>> rules, List<RowProblem> problems) {
    /** Neither table is there. */
    public static final BaseSettings NONE = new BaseSettings(Optional.empty(), Optional.empty(), List.of());
}
