package dev.basegram.bot.access;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.access.tables.BaseSettings;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The people who own the bot: by {@code OWNER_IDS}, by the base's own table of people, by claim. Blocks its thread. */
@Singleton
public class Owners {
    private final BotSettings settings;
    private final MemberStore members;
    private final Policy policy;

    Owners(BotSettings settings, MemberStore members, Policy policy) {
        this.settings = settings;
        this.members = members;
        this.policy = policy;
    }

    /** Returns their Telegram ids, as far as the base is known: it is not waited for. */
    public Set<Long> all() {
        Set<Long> owners = new HashSet<>();
        members.withRole(Set.of(Role.OWNER)).forEach(member -> owners.add(member.personId()));
        policy.lastRead().flatMap(BaseSettings::people).ifPresent(people -> {
            people.keySet().forEach(owners::remove);
            owners(people.values()).forEach(owners::add);
        });
        owners.addAll(settings.ownerIds());
        return Set.copyOf(owners);
    }

    private static Set<Long> owners(Collection<Member> people) {
        Set<Long> owners = new HashSet<>();
        people.stream()
                .filter(member -> member.role() == Role.OWNER && !member.blocked())
                .forEach(member -> owners.add(member.personId()));
        return owners;
    }
}
