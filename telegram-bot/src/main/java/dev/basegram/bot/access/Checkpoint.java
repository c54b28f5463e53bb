package dev.basegram.bot.access;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.SentStore;
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
    private final Set<String> ownFields;

    @Inject
    Checkpoint(Airtable airtable, Policy policy, SentStore sent, RowMatches matches, AirtableClientConfig config) {
        this(airtable, policy, sent, matches, Set.copyOf(config.keyFields()));
    }

    Checkpoint(Airtable airtable, Policy policy, SentStore sent, RowMatches matches, Set<String> ownFields) {
        this.airtable = airtable;
        this.policy = policy;
        this.sent = sent;
        this.matches = matches;
        this.ownFields = ownFields;
    }

    /**
     * Opens the base for a person; empty for somebody without any right, and for somebody shut out.
     *
     * @param personId Telegram's id, which only Telegram's own updates may be trusted for
     */
    public Optional<PermittedBase> admit(long personId) throws InterruptedException {
        return switch (policy.standing(personId)) {
            case Standing.Outside _ -> Optional.empty();
            case Standing.Unlimited(Role role) -> Optional.of(opened(personId, new FullRights(role)));
            case Standing.Ruled(Member member) -> Optional.of(opened(personId, rights(member)));
        };
    }

    private Rights rights(Member member) throws InterruptedException {
        var me = new Me(
                member.personId(),
                member.phone(),
                member.own().map(Member.OwnRecord::record),
                sent.of(member.personId()));
        Optional<Schema> schema = Waiting.await(airtable.schema(Caller.person(Long.toString(member.personId()))))
                .found();
        return new RuledRights(member.role(), me, policy.rulesFor(member), matches, schema);
    }

    private PermittedBase opened(long personId, Rights rights) {
        return new PermittedBase(
                airtable,
                rights,
                Caller.person(Long.toString(personId)),
                (table, record) -> sent.note(personId, table, record),
                ownFields);
    }
}
