package dev.basegram.bot.access;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleStore;
import dev.basegram.bot.access.tables.BaseSettings;
import dev.basegram.bot.access.tables.SettingsTables;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * People and rules as they stand now: {@code OWNER_IDS} first, then the base's own settings tables, then the bot's store. Blocks its
 * thread, which should be a virtual one.
 *
 * <p>A person with a row in {@code Bot People} is what the row says. Where {@code Bot Rules} exists, its rules are the only ones.
 * When neither can be read and never was, rules are unknown, and unknown means no.
 */
@Singleton
class Policy {
    private final BotSettings settings;
    private final SettingsTables tables;
    private final MemberStore members;
    private final RuleStore rules;
    private volatile Optional<BaseSettings> lastRead = Optional.empty();

    Policy(BotSettings settings, SettingsTables tables, MemberStore members, RuleStore rules) {
        this.settings = settings;
        this.tables = tables;
        this.members = members;
        this.rules = rules;
    }

    Standing standing(long personId) throws InterruptedException {
        if (settings.ownerIds().contains(personId)) {
            return new Standing.Unlimited(Role.OWNER);
        }
        Optional<Member> member = listed(personId).or(() -> members.find(personId));
        if (member.isEmpty() || member.get().blocked()) {
            return new Standing.Outside();
        }
        Role role = member.get().role();
        return role.isAdmin() ? new Standing.Unlimited(role) : new Standing.Ruled(member.get());
    }

    private Optional<Member> listed(long personId) throws InterruptedException {
        return inBase().flatMap(BaseSettings::people).flatMap(people -> Optional.ofNullable(people.get(personId)));
    }

    /** Returns the rules for a member: those of their role, for the tables they were let into. */
    Map<TableId, Rule> rulesFor(Member member) throws InterruptedException {
        Optional<BaseSettings> base = inBase();
        if (base.isEmpty()) {
            return Map.of();
        }
        Map<TableId, Rule> all = base.get()
                .rules()
                .map(list -> list.stream()
                        .filter(rule -> rule.role() == member.role())
                        .collect(Collectors.toUnmodifiableMap(Rule::table, Function.identity())))
                .orElseGet(() -> rules.of(member.role()));
        return member.tables()
                .map(only -> all.entrySet().stream()
                        .filter(entry -> only.contains(entry.getKey()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)))
                .orElse(all);
    }

    /** Returns what the base last said, without asking it; empty when it never could be read. */
    Optional<BaseSettings> lastRead() {
        return lastRead;
    }

    /** Returns what the base says, or last said; empty when it never could be read. */
    Optional<BaseSettings> inBase() throws InterruptedException {
        switch (Waiting.await(tables.read())) {
            case Answer.Ok<BaseSettings>(BaseSettings now) -> lastRead = Optional.of(now);
            case Answer.Failed<BaseSettings>(AirtableFailure _) -> {
                // What was last known goes on while Airtable is away.
            }
        }
        return lastRead;
    }
}
