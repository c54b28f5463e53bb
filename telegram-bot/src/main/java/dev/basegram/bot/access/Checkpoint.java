package dev.basegram.bot.access;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.access.people.SentStore;
import dev.basegram.bot.access.rules.CompiledRules;
import dev.basegram.bot.access.rules.Me;
import dev.basegram.bot.access.rules.RowMatches;
import dev.basegram.bot.access.rules.RuledRights;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableClientConfig;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Schema;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides, for each update anew, whether a person comes in and what of the base they get to see: the one class through which
 * every handler goes. Blocks its thread, which should be a virtual one. Thread-safe.
 */
@Singleton
public class Checkpoint {
    private final Airtable airtable;
    private final Policy policy;
    private final SentStore sent;
    private final RowMatches matches;
    private final CompiledRules compiled;
    private final AuditTrails trails;
    private final PhoneNumbers numbers;
    private final Set<String> ownFields;

    @Inject
    Checkpoint(
            Airtable airtable,
            Policy policy,
            SentStore sent,
            RowMatches matches,
            CompiledRules compiled,
            AuditTrails trails,
            PhoneNumbers numbers,
            AirtableClientConfig config) {
        this(airtable, policy, sent, matches, compiled, trails, numbers, Set.copyOf(config.keyFields()));
    }

    Checkpoint(
            Airtable airtable,
            Policy policy,
            SentStore sent,
            RowMatches matches,
            CompiledRules compiled,
            AuditTrails trails,
            PhoneNumbers numbers,
            Set<String> ownFields) {
        this.numbers = numbers;
        this.trails = trails;
        this.airtable = airtable;
        this.policy = policy;
        this.sent = sent;
        this.matches = matches;
        this.compiled = compiled;
        this.ownFields = ownFields;
    }

    /**
     * Opens the base for a person on an occasion that is not handled twice.
     *
     * @param personId Telegram's id, which only Telegram's own updates may be trusted for
     */
    public Optional<PermittedBase> admit(long personId) throws InterruptedException {
        return admit(new Actor(personId, "", UUID.randomUUID().toString()));
    }

    /**
     * Opens the base for a person; empty for somebody without any right, and for somebody shut out. What they write through it is
     * kept account of: whoever handles the occasion saves {@link PermittedBase#audit()} with it.
     */
    public Optional<PermittedBase> admit(Actor actor) throws InterruptedException {
        return switch (policy.standing(actor.personId())) {
            case Standing.Outside _ -> Optional.empty();
            case Standing.Unlimited(Role role) -> Optional.of(opened(actor, new FullRights(role)));
            case Standing.Ruled(Member member) -> Optional.of(opened(actor, rights(member)));
        };
    }

    private Rights rights(Member member) throws InterruptedException {
        var me = new Me(
                member.personId(),
                member.phone(),
                member.own().map(Member.OwnRecord::record),
                sent.of(member.personId()),
                numbers);
        Optional<Schema> schema = Waiting.await(airtable.schema(Caller.person(Long.toString(member.personId()))))
                .found();
        var rules = compiled.of(policy.rulesFor(member).values(), schema);
        return new RuledRights(member.role(), me, rules, matches, schema);
    }

    private PermittedBase opened(Actor actor, Rights rights) {
        Caller caller = Caller.person(Long.toString(actor.personId()));
        SentRecords noted = (table, record) -> sent.note(actor.personId(), table, record);
        PermittedBase everything =
                new PermittedBase(airtable, new FullRights(Role.ADMIN), caller, (_, _) -> {}, Trail.NONE, Set.of());
        return new PermittedBase(airtable, rights, caller, noted, trails.of(actor, everything), ownFields);
    }
}
