package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.audit.KeptAccount;
import dev.basegram.bot.access.audit.KeptRow;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Statements;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the people whom the bot knows, and accounts for each change of them in the transaction that makes it. Reads block their
 * thread, which should be a virtual one.
 */
@Singleton
public class MemberStore {
    private final Database database;
    private final KeptAccount account;

    MemberStore(Database database, KeptAccount account) {
        this.database = database;
        this.account = account;
    }

    /** Returns a person; empty for a stranger. */
    public Optional<Member> find(long personId) {
        return database.read(handle -> find(handle, personId));
    }

    static Optional<Member> find(Handle handle, long personId) {
        return Statements.first(handle, "SELECT * FROM member WHERE person_id = ?", MemberStore::member, personId);
    }

    /** Returns people in the order in which they came in, from a position on. */
    public List<Member> page(int from, int most) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM member ORDER BY joined_at, person_id LIMIT :most OFFSET :skipped")
                .bind("most", most)
                .bind("skipped", from)
                .map((row, _) -> member(row))
                .list());
    }

    /** Returns how many people the bot knows. */
    public int count() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM member")
                .mapTo(Integer.class)
                .one());
    }

    /** Returns the people with one of these roles who are not blocked. */
    public List<Member> withRole(Set<Role> roles) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM member WHERE blocked = 0 AND role IN (<roles>) ORDER BY joined_at")
                .bindList("roles", roles.stream().map(Role::name).toList())
                .map((row, _) -> member(row))
                .list());
    }

    /** Returns the write that gives a person another role. */
    public StoreWrite role(Actor actor, long personId, Role role) {
        return handle -> change(handle, actor, personId, "UPDATE member SET role = ? WHERE person_id = ?", role.name());
    }

    /** Returns the write that shuts a person out, or lets them in again. */
    public StoreWrite blocked(Actor actor, long personId, boolean blocked) {
        return handle ->
                change(handle, actor, personId, "UPDATE member SET blocked = ? WHERE person_id = ?", blocked ? 1 : 0);
    }

    private void change(Handle handle, Actor actor, long personId, String update, Object value) {
        Optional<KeptRow> before = find(handle, personId).map(PersonRow::of);
        handle.execute(update, value, personId);
        account.changed(handle, actor, before, find(handle, personId).map(PersonRow::of));
    }

    /** Returns the write that forgets a person: a stranger again. */
    public StoreWrite remove(Actor actor, long personId) {
        return handle -> {
            Optional<KeptRow> before = find(handle, personId).map(PersonRow::of);
            handle.createUpdate("DELETE FROM member WHERE person_id = :person")
                    .bind("person", personId)
                    .execute();
            account.changed(handle, actor, before, Optional.empty());
        };
    }

    /** Lets a person in, unless the bot knows them already. */
    public void admit(Actor actor, Member member) {
        database.writeNow(handle -> {
            if (find(handle, member.personId()).isEmpty()) {
                save(handle, actor, member, Optional.empty());
            }
        });
    }

    /** Writes a person, in place of what was known of them. */
    void save(Handle handle, Actor actor, Member member, Optional<Long> invitedBy) {
        Optional<KeptRow> before = find(handle, member.personId()).map(PersonRow::of);
        handle.createUpdate("""
                        INSERT INTO member (person_id, name, role, blocked, phone, own_table, own_record, tables,
                            invited_by, joined_at)
                        VALUES (:person, :name, :role, :blocked, :phone, :table, :record, :tables, :by, :at)
                        ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, role = excluded.role,
                            blocked = excluded.blocked, phone = excluded.phone, own_table = excluded.own_table,
                            own_record = excluded.own_record, tables = excluded.tables,
                            invited_by = excluded.invited_by""")
                .bind("person", member.personId())
                .bind("name", member.name())
                .bind("role", member.role().name())
                .bind("blocked", member.blocked() ? 1 : 0)
                .bind("phone", member.phone().orElse(null))
                .bind("table", member.own().map(own -> own.table().toString()).orElse(null))
                .bind("record", member.own().map(own -> own.record().toString()).orElse(null))
                .bind("tables", member.tables().map(IdList::write).orElse(null))
                .bind("by", invitedBy.orElse(null))
                .bind("at", member.joinedAt().toEpochMilli())
                .execute();
        Optional<String> letInBy = invitedBy
                .filter(by -> by != actor.personId())
                .map(by -> find(handle, by)
                        .map(known -> known.name() + " (" + by + ")")
                        .orElseGet(() -> Long.toString(by)));
        account.changed(handle, actor, before, Optional.of(PersonRow.of(member, letInBy)));
    }

    private static Member member(ResultSet row) throws SQLException {
        String ownTable = row.getString("own_table");
        String ownRecord = row.getString("own_record");
        String tables = row.getString("tables");
        return new Member(
                row.getLong("person_id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getInt("blocked") != 0,
                Optional.ofNullable(row.getString("phone")),
                ownTable == null || ownRecord == null
                        ? Optional.empty()
                        : Optional.of(new Member.OwnRecord(new TableId(ownTable), new RecordId(ownRecord))),
                tables == null ? Optional.empty() : Optional.of(Set.copyOf(IdList.read(tables, TableId::new))),
                Instant.ofEpochMilli(row.getLong("joined_at")));
    }
}
