package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.audit.KeptAccount;
import dev.basegram.bot.access.audit.KeptRow;
import dev.basegram.bot.access.audit.KeptTable;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Makes invitations and lets people in by them. Blocks its thread, which should be a virtual one. */
@Singleton
public class InviteStore {
    private static final int HASH_SHOWN = 16;

    private final Database database;
    private final MemberStore members;
    private final KeptAccount account;
    private final Clock clock;

    InviteStore(Database database, MemberStore members, KeptAccount account, Clock clock) {
        this.members = members;
        this.account = account;
        this.database = database;
        this.clock = clock;
    }

    /** Makes a link; the token is given out this once and kept as a hash. */
    public Token create(Actor actor, Invite invite) {
        Token token = Token.random();
        database.writeNow(handle -> {
            handle.createUpdate("""
                            INSERT INTO invite (token_hash, role, tables, uses_left, expires_at, created_by, created_at)
                            VALUES (:hash, :role, :tables, :uses, :expires, :by, :now)""")
                    .bind("hash", token.hash())
                    .bind("role", invite.role().name())
                    .bind("tables", invite.tables().map(IdList::write).orElse(null))
                    .bind("uses", invite.usesLeft())
                    .bind("expires", invite.expiresAt().toEpochMilli())
                    .bind("by", invite.createdBy())
                    .bind("now", clock.millis())
                    .execute();
            account.changed(handle, actor, Optional.empty(), Optional.of(row(token.hash(), invite)));
        });
        return token;
    }

    /** Returns the links that still work, those that end first coming first. */
    public List<Invite> open() {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM invite WHERE uses_left > 0 AND expires_at > :now ORDER BY expires_at")
                .bind("now", clock.millis())
                .map((row, _) -> invite(row))
                .list());
    }

    /** Takes all links back; people who are in stay in. Returns how many worked until now. */
    public int revokeAll(Actor actor) {
        return database.decide(handle -> {
            handle.createQuery("SELECT * FROM invite WHERE uses_left > 0 AND expires_at > :now")
                    .bind("now", clock.millis())
                    .map((row, _) -> row(row.getString("token_hash"), invite(row)))
                    .list()
                    .forEach(open -> account.changed(handle, actor, Optional.of(open), Optional.empty()));
            return handle.createUpdate("DELETE FROM invite WHERE uses_left > 0").execute();
        });
    }

    private static KeptRow row(String hash, Invite invite) {
        Map<String, String> cells = new HashMap<>();
        cells.put("Role", PersonRow.word(invite.role()));
        invite.tables().ifPresent(only -> cells.put("Tables", PersonRow.tables(only)));
        cells.put("People", Integer.toString(invite.usesLeft()));
        cells.put("Until", invite.expiresAt().truncatedTo(ChronoUnit.MINUTES).toString());
        return new KeptRow(
                KeptTable.INVITATIONS,
                new RecordId("recInvite" + hash.substring(0, HASH_SHOWN)),
                PersonRow.word(invite.role()),
                cells);
    }

    /**
     * Lets somebody in by a link. The same person again, after a crash or by a second tap, costs no use and changes nothing.
     *
     * @param actor who opened the link
     */
    public Entry enter(Actor actor, Token token) {
        return database.decide(handle -> enter(handle, actor, token.hash()));
    }

    private Entry enter(Handle handle, Actor actor, String hash) {
        Optional<Invite> found = handle.createQuery("SELECT * FROM invite WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, _) -> invite(row))
                .findOne();
        if (found.isEmpty()) {
            return new Entry.Unknown();
        }
        Optional<Member> known = MemberStore.find(handle, actor.personId());
        if (known.isPresent()) {
            return known.get().blocked()
                    ? new Entry.Blocked()
                    : new Entry.AlreadyIn(known.get().role());
        }
        Invite invite = found.get();
        Instant now = clock.instant();
        if (!invite.expiresAt().isAfter(now)) {
            return new Entry.Expired();
        }
        if (!spend(handle, hash, actor.personId())) {
            return new Entry.UsedUp();
        }
        Member fresh = new Member(
                actor.personId(),
                actor.name(),
                invite.role(),
                false,
                Optional.empty(),
                Optional.empty(),
                invite.tables(),
                now);
        members.save(handle, actor, fresh, Optional.of(invite.createdBy()));
        return new Entry.Joined(invite.role());
    }

    private boolean spend(Handle handle, String hash, long personId) {
        int spent = handle.createUpdate(
                        "UPDATE invite SET uses_left = uses_left - 1 WHERE token_hash = :hash AND uses_left > 0")
                .bind("hash", hash)
                .execute();
        if (spent == 1) {
            handle.createUpdate("""
                            INSERT INTO invite_use (token_hash, person_id, used_at) VALUES (:hash, :person, :now)
                            ON CONFLICT (token_hash, person_id) DO NOTHING""")
                    .bind("hash", hash)
                    .bind("person", personId)
                    .bind("now", clock.millis())
                    .execute();
        }
        return spent == 1;
    }

    private static Invite invite(ResultSet row) throws SQLException {
        String tables = row.getString("tables");
        return new Invite(
                Role.valueOf(row.getString("role")),
                tables == null ? Optional.empty() : Optional.of(Set.copyOf(IdList.read(tables, TableId::new))),
                row.getInt("uses_left"),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                row.getLong("created_by"));
    }
}
