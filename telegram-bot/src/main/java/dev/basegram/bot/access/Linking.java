package dev.basegram.bot.access;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.access.people.VerifiedPhone;
import dev.basegram.bot.access.people.VerifiedPhones;
import dev.basegram.bot.access.tables.BaseSettings;
import dev.basegram.bot.airtable.AirtableFailure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Makes a person known by their own phone number, which Telegram vouches for: by a row of {@code Bot People}, or where rules for
 * self-service say which table holds people's numbers. Blocks its thread, which should be a virtual one.
 */
@Singleton
public class Linking {
    private final Policy policy;
    private final OwnRecords records;
    private final MemberStore members;
    private final VerifiedPhones phones;
    private final PhoneNumbers numbers;
    private final Clock clock;

    Linking(
            Policy policy,
            OwnRecords records,
            MemberStore members,
            VerifiedPhones phones,
            PhoneNumbers numbers,
            Clock clock) {
        this.policy = policy;
        this.records = records;
        this.members = members;
        this.phones = phones;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Tells whether a stranger may come in by their number at all. */
    public boolean isOpen() throws InterruptedException {
        Optional<BaseSettings> base = policy.inBase();
        return base.filter(settings -> !settings.byPhone().isEmpty()).isPresent()
                || records.anyPlace(policy.rulesOf(Role.SELF_SERVICE).values());
    }

    /**
     * Links a person to what has their number.
     *
     * @param actor who they are
     * @param number as Telegram gave it with a contact that it says is the sender's own
     */
    public Linked link(Actor actor, String number) throws InterruptedException {
        long personId = actor.personId();
        Optional<String> phone = numbers.fromTelegram(number);
        if (phone.isEmpty() || policy.isShutOut(personId)) {
            return new Linked.NotFound(0);
        }
        Optional<BaseSettings> base = policy.inBase();
        if (base.isEmpty()) {
            return new Linked.Later(new AirtableFailure.Unavailable("the settings could not be read yet", null));
        }
        if (base.get().isTwice(phone.get())) {
            return new Linked.Twice("Bot People");
        }
        Role role =
                policy.standing(personId) instanceof Standing.Ruled(Member member) ? member.role() : Role.SELF_SERVICE;
        return switch (records.find(policy.rulesOf(role).values(), phone.get())) {
            case OwnRecords.Found.Unknown(AirtableFailure why) -> new Linked.Later(why);
            case OwnRecords.Found.Several(String table) -> new Linked.Twice(table);
            case OwnRecords.Found.Own(Member.OwnRecord own) ->
                known(actor, new VerifiedPhone(phone.get(), Optional.of(own)));
            case OwnRecords.Found.Rows _ -> known(actor, new VerifiedPhone(phone.get(), Optional.empty()));
            case OwnRecords.Found.None(int unreadable) -> unlisted(actor, phone.get(), unreadable);
        };
    }

    /** The base has rows for them: somebody whom nothing else lets in comes in to those. */
    private Linked known(Actor actor, VerifiedPhone phone) throws InterruptedException {
        phones.verify(actor, phone);
        Optional<Role> role = policy.role(actor.personId());
        if (role.isPresent()) {
            return new Linked.Confirmed(role.get());
        }
        members.admit(
                actor,
                new Member(
                        actor.personId(),
                        actor.name(),
                        Role.SELF_SERVICE,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant()));
        return new Linked.Confirmed(Role.SELF_SERVICE);
    }

    /** No record is theirs: the number counts for who is in, or is on the list of people, and is not kept for anybody else. */
    private Linked unlisted(Actor actor, String number, int unreadable) throws InterruptedException {
        var phone = new VerifiedPhone(number, Optional.empty());
        return switch (policy.standing(actor.personId(), Optional.of(phone))) {
            case Standing.Unlimited(Role role) -> {
                phones.verify(actor, phone);
                yield new Linked.Confirmed(role);
            }
            case Standing.Ruled(Member member) -> {
                phones.verify(actor, phone);
                boolean missed = member.own().isEmpty()
                        && records.anyPlace(policy.rulesFor(member).values());
                yield missed ? new Linked.NotFound(unreadable) : new Linked.Confirmed(member.role());
            }
            case Standing.Outside _ -> {
                phones.passOver(actor, number);
                yield new Linked.NotFound(unreadable);
            }
        };
    }
}
