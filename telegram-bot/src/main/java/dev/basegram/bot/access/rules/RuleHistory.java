package dev.basegram.bot.access.rules;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Keeps what each person's last change of rules replaced, so that it can be taken back. Reads block their thread. */
@Singleton
public class RuleHistory {
    private final Database database;

    RuleHistory(Database database) {
        this.database = database;
    }

    /**
     * Returns the write that remembers what a change replaces, in place of what the person's last one did.
     *
     * @param change names the change: only the last can be taken back
     */
    public StoreWrite remember(long personId, long change, List<RuleState> before) {
        String json = RuleJson.write(before);
        // The same change again, after a crash, has seen its own effect as what was there before.
        return handle -> handle.createUpdate("""
                        INSERT INTO rule_undo (person_id, change_id, before) VALUES (:person, :change, :before)
                        ON CONFLICT (person_id) DO UPDATE SET change_id = excluded.change_id, before = excluded.before
                        WHERE rule_undo.change_id <> excluded.change_id""")
                .bind("person", personId)
                .bind("change", change)
                .bind("before", json)
                .execute();
    }

    /** Returns what a change replaced; empty when it is not the person's last. */
    public Optional<List<RuleState>> before(long personId, long change) {
        return database.read(handle -> handle.createQuery(
                                "SELECT before FROM rule_undo WHERE person_id = :person AND change_id = :change")
                        .bind("person", personId)
                        .bind("change", change)
                        .mapTo(String.class)
                        .findOne())
                .map(RuleJson::read);
    }

    /** Remembers at once, for rules that are not in our own store: the change itself is no part of the update's commit. */
    public void rememberNow(long personId, long change, List<RuleState> before) {
        database.writeNow(remember(personId, change, before));
    }
}
