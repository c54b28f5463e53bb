package dev.basegram.bot.access;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.access.people.VerifiedPhone;
import dev.basegram.bot.access.people.VerifiedPhones;
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
    private final VerifiedPhones phones;
    private volatile Optional<BaseSettings> lastRead = Optional.empty();

    Policy(BotSettings settings, SettingsTables tables, MemberStore members, RuleStore rules, VerifiedPhones phones) {
        this.phones = phones;
        this.settings = settings;
        this.tables = tables;
        this.members = members;
        this.rules = rules;
    }

    Standing standing(long personId) throws InterruptedException {
        return standing(personId, phones.of(personId));
    }

    /** Returns what a person would be whose number Telegram vouched for is this. */
    Standing standing(long personId, Optional<VerifiedPhone> phone) throws InterruptedException {
        if (settings.ownerIds().contains(personId)) {
            return new Standing.Unlimited(Role.OWNER);
        }
        Optional<Member> member = member(personId, phone);
        if (member.isEmpty() || member.get().blocked()) {
            return new Standing.Outside();
        }
        Role role = member.get().role();
        return role.isAdmin() ? new Standing.Unlimited(role) : new Standing.Ruled(member.get());
    }

    /** Returns a person as the base or our own store has them, completed by the number that Telegram vouched for. */
    private Optional<Member> member(long personId, Optional<VerifiedPhone> phone) throws InterruptedException {
        Optional<BaseSettings> base = inBase();
        Optional<Member> known = base.flatMap(BaseSettings::people)
                .flatMap(people -> Optional.ofNullable(people.get(personId)))
                .or(() -> members.find(personId));
        return known.isPresent()
                ? known.map(member -> member.knownBy(phone))
                : phone.flatMap(verified -> base.flatMap(settings -> settings.withPhone(verified.number()))
                        .map(listed -> listed.as(personId).knownBy(phone)));
    }

    /** Returns a person's role; empty for somebody without any. */
    Optional<Role> role(long personId) throws InterruptedException {
        return switch (standing(personId)) {
            case Standing.Outside _ -> Optional.empty();
            case Standing.Unlimited(Role role) -> Optional.of(role);
            case Standing.Ruled(Member member) -> Optional.of(member.role());
        };
    }

    /** Tells whether somebody is known and shut out, as strangers are not. */
    boolean isShutOut(long personId) throws InterruptedException {
        return !settings.ownerIds().contains(personId)
                && member(personId, phones.of(personId)).filter(Member::blocked).isPresent();
    }

    /** Returns the rules for a member: those of their role, for the tables they were let into. */
    Map<TableId, Rule> rulesFor(Member member) throws InterruptedException {
        Map<TableId, Rule> all = rulesOf(member.role());
        return member.tables()
                .map(only -> all.entrySet().stream()
                        .filter(entry -> only.contains(entry.getKey()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)))
                .orElse(all);
    }

    /** Returns the rules of a role. */
    Map<TableId, Rule> rulesOf(Role role) throws InterruptedException {
        Optional<BaseSettings> base = inBase();
        if (base.isEmpty()) {
            return Map.of();
        }
        return base.get()
                .rules()
                .map(list -> list.stream()
                        .filter(rule -> rule.role() == role)
                        .collect(Collectors.toUnmodifiableMap(Rule::table, Function.identity())))
                .orElseGet(() -> rules.of(role));
    }

    /** Returns what the base said when it was last asked; from memory, at once. */
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
