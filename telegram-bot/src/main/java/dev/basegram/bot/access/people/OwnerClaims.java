package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one-time link by which the first owner comes in. Blocks its thread, which should be a virtual one. */
@Singleton
public class OwnerClaims {
    /** How long a link works: long enough to find it in a log, short enough not to lie about in one. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private final Database database;
    private final MemberStore members;
    private final Clock clock;

    OwnerClaims(Database database, MemberStore members, Clock clock) {
        this.members = members;
        this.database = database;
        this.clock = clock;
    }

    /** Tells whether somebody came in as owner, other than through {@code OWNER_IDS}. */
    public boolean owned() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM member WHERE role = :owner")
                        .bind("owner", Role.OWNER.name())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Makes the link's token; links of earlier starts stop working, so that one is good at a time. */
    public Token open() {
        Token token = Token.random();
        database.writeNow(handle -> {
            handle.createUpdate("DELETE FROM owner_claim WHERE claimed_by IS NULL")
                    .execute();
            handle.createUpdate("INSERT INTO owner_claim (token_hash, expires_at) VALUES (:hash, :expires)")
                    .bind("hash", token.hash())
                    .bind("expires", clock.instant().plus(LIFETIME).toEpochMilli())
                    .execute();
        });
        return token;
    }

    /** Makes a person the owner, if they are the first to open the link in its time. */
    public Claim claim(Actor actor, Token token) {
        return database.decide(handle -> claim(handle, actor, token.hash()));
    }

    private record Row(Instant expiresAt, Optional<Long> claimedBy) {}

    private Claim claim(Handle handle, Actor actor, String hash) {
        long personId = actor.personId();
        Optional<Row> found = handle.createQuery(
                        "SELECT expires_at, claimed_by FROM owner_claim WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, _) -> {
                    Instant expires = Instant.ofEpochMilli(row.getLong("expires_at"));
                    long by = row.getLong("claimed_by");
                    return new Row(expires, row.wasNull() ? Optional.empty() : Optional.of(by));
                })
                .findOne();
        if (found.isEmpty()) {
            return new Claim.Unknown();
        }
        if (found.get().claimedBy().isPresent()) {
            long owner = found.get().claimedBy().get();
            return owner == personId ? new Claim.AlreadyYours() : new Claim.Taken(owner);
        }
        if (!found.get().expiresAt().isAfter(clock.instant())) {
            return new Claim.Expired();
        }
        handle.createUpdate("UPDATE owner_claim SET claimed_by = :person, claimed_at = :now WHERE token_hash = :hash")
                .bind("person", personId)
                .bind("now", clock.millis())
                .bind("hash", hash)
                .execute();
        members.save(
                handle,
                actor,
                new Member(
                        personId,
                        actor.name(),
                        Role.OWNER,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant()),
                Optional.empty());
        return new Claim.Granted();
    }
}
