package dev.basegram.bot.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.AuditParts;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people come in: the owner's claim and invitations, on both databases. */
class ComingInTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final TableId ORDERS = new TableId("tblOrders00000001");

    @ParameterizedTest
    @EnumSource
    void theFirstToOpenTheClaimIsTheOwnerAndNobodyAfterThem(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var claims = PeopleParts.claims(store.database(), at(NOW));
            assertThat(claims.owned()).isFalse();
            Token link = claims.open();

            assertThat(claims.claim(who(1, "Anna"), link)).isEqualTo(new Claim.Granted());
            assertThat(claims.claim(who(1, "Anna"), link)).isEqualTo(new Claim.AlreadyYours());
            assertThat(claims.claim(who(2, "Boris"), link)).isEqualTo(new Claim.Taken(1));
            assertThat(claims.owned()).isTrue();

            var members = PeopleParts.members(store.database(), at(NOW));
            assertThat(members.find(1)).map(Member::role).contains(Role.OWNER);
            assertThat(members.find(2)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClaimEndsAfterADayAndANewStartEndsTheOldOne(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            Token old = PeopleParts.claims(store.database(), at(NOW)).open();
            var later = PeopleParts.claims(store.database(), at(NOW.plus(OwnerClaims.LIFETIME)));
            assertThat(later.claim(who(1, "Anna"), old)).isEqualTo(new Claim.Expired());

            Token fresh = later.open();
            assertThat(later.claim(who(1, "Anna"), old)).isEqualTo(new Claim.Unknown());
            assertThat(later.claim(who(1, "Anna"), new Token("x".repeat(22)))).isEqualTo(new Claim.Unknown());
            assertThat(later.claim(who(1, "Anna"), fresh)).isEqualTo(new Claim.Granted());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInvitationLetsInAsManyAsItSaysAndTheSamePersonCostsNoSecondUse(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var invites = PeopleParts.invites(store.database(), at(NOW));
            Token link = invites.create(who(1, "Anna"), editors(2, Duration.ofDays(1)));

            assertThat(invites.enter(who(10, "Boris"), link)).isEqualTo(new Entry.Joined(Role.EDITOR));
            assertThat(invites.enter(who(10, "Boris"), link)).isEqualTo(new Entry.AlreadyIn(Role.EDITOR));
            assertThat(invites.open())
                    .singleElement()
                    .extracting(Invite::usesLeft)
                    .isEqualTo(1);
            assertThat(invites.enter(who(11, "Chiara"), link)).isEqualTo(new Entry.Joined(Role.EDITOR));
            assertThat(invites.enter(who(12, "Dmitri"), link)).isEqualTo(new Entry.UsedUp());
            assertThat(invites.open()).isEmpty();

            Member boris =
                    PeopleParts.members(store.database(), at(NOW)).find(10).orElseThrow();
            assertThat(boris.tables()).contains(Set.of(ORDERS));
            assertThat(boris.name()).isEqualTo("Boris");
            AuditLog account = AuditParts.log(store.database());
            assertThat(account.count(new AuditFilter.Everything()))
                    .as("the invitation, and each who came in by it, once")
                    .isEqualTo(3);
            assertThat(account.page(new AuditFilter.By(10), 0, 10))
                    .singleElement()
                    .satisfies(change -> assertThat(change.entries())
                            .extracting(AuditEntry::after)
                            .containsExactlyInAnyOrder("Boris", "editor", ORDERS.value(), "1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInvitationThatIsOverTakenBackOrMadeUpLetsNobodyIn(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            Token link = PeopleParts.invites(store.database(), at(NOW))
                    .create(who(1, "Anna"), editors(5, Duration.ofHours(1)));
            var later = PeopleParts.invites(store.database(), at(NOW.plus(Duration.ofHours(1))));
            assertThat(later.enter(who(10, "Boris"), link)).isEqualTo(new Entry.Expired());
            assertThat(later.enter(who(10, "Boris"), new Token("-".repeat(62)))).isEqualTo(new Entry.Unknown());

            Token taken = later.create(who(1, "Anna"), editors(5, Duration.ofDays(1)));
            assertThat(later.revokeAll(who(1, "Anna"))).isEqualTo(2);
            assertThat(later.enter(who(10, "Boris"), taken)).isEqualTo(new Entry.Unknown());
            assertThat(PeopleParts.members(store.database(), at(NOW)).find(10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void somebodyShutOutDoesNotComeInAgainByALink(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var invites = PeopleParts.invites(store.database(), at(NOW));
            var members = PeopleParts.members(store.database(), at(NOW));
            Token link = invites.create(who(1, "Anna"), editors(5, Duration.ofDays(1)));
            invites.enter(who(10, "Boris"), link);
            store.database().writeNow(members.blocked(who(1, "Anna"), 10, true));

            assertThat(invites.enter(who(10, "Boris"), link)).isEqualTo(new Entry.Blocked());
            assertThat(members.find(10)).map(Member::blocked).contains(true);
            assertThat(members.withRole(Set.of(Role.EDITOR))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twentyPeopleAtOnceOnALinkForSevenAreSeven(Engine engine) throws Exception {
        try (TestStore store = TestStore.open(engine);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var invites = PeopleParts.invites(store.database(), at(NOW));
            Token link = invites.create(who(1, "Anna"), editors(7, Duration.ofDays(1)));
            List<Callable<Entry>> openings = new ArrayList<>();
            for (int person = 0; person < 20; person++) {
                long id = 100 + person;
                openings.add(() -> invites.enter(who(id, "Person " + id), link));
            }
            List<Entry> entries = new ArrayList<>();
            for (var opened : threads.invokeAll(openings)) {
                entries.add(opened.get());
            }
            assertThat(entries).filteredOn(Entry.Joined.class::isInstance).hasSize(7);
            assertThat(entries).filteredOn(Entry.UsedUp.class::isInstance).hasSize(13);
            assertThat(PeopleParts.members(store.database(), at(NOW)).count()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTokenItselfIsNotInTheStore(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            Token invite = PeopleParts.invites(store.database(), at(NOW))
                    .create(who(1, "Anna"), editors(1, Duration.ofDays(1)));
            Token claim = PeopleParts.claims(store.database(), at(NOW)).open();
            List<String> kept = store.database()
                    .read(h -> h.createQuery("SELECT token_hash FROM invite UNION SELECT token_hash FROM owner_claim")
                            .mapTo(String.class)
                            .list());
            assertThat(kept).hasSize(2).doesNotContain(invite.text(), claim.text());
            assertThat(invite.toString()).doesNotContain(invite.text());
        }
    }

    @Test
    void anInvitationMakesNoOwner() {
        assertThatThrownBy(() -> new Invite(Role.OWNER, Optional.empty(), 1, NOW, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Actor who(long id, String name) {
        return new Actor(id, name, "update");
    }

    private static Invite editors(int uses, Duration life) {
        return new Invite(Role.EDITOR, Optional.of(Set.of(ORDERS)), uses, NOW.plus(life), 1);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
