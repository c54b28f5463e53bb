package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps where each alert stands and which message tells of it. Blocks its thread, which should be a virtual one. */
@Singleton
class AlertStore {
    private final Database database;

    AlertStore(Database database) {
        this.database = database;
    }

    AlertState state(Alert alert) {
        return database.read(handle -> handle.createQuery(
                                "SELECT phase, since, phase_at, told_at, told FROM alert WHERE name = :name")
                        .bind("name", alert.rule())
                        .map((row, _) -> new AlertState(
                                AlertState.Phase.valueOf(row.getString(1)),
                                Instant.ofEpochMilli(row.getLong(2)),
                                Instant.ofEpochMilli(row.getLong(3)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                row.getInt(5)))
                        .findOne())
                .orElse(AlertState.QUIET);
    }

    void save(Alert alert, AlertState state) {
        database.writeNow(handle -> handle.createUpdate("""
                        INSERT INTO alert (name, phase, since, phase_at, told_at, told)
                        VALUES (:name, :phase, :since, :phaseAt, :toldAt, :told)
                        ON CONFLICT (name) DO UPDATE SET phase = excluded.phase, since = excluded.since,
                            phase_at = excluded.phase_at, told_at = excluded.told_at, told = excluded.told""")
                .bind("name", alert.rule())
                .bind("phase", state.phase().name())
                .bind("since", state.since().toEpochMilli())
                .bind("phaseAt", state.phaseAt().toEpochMilli())
                .bind("toldAt", state.toldAt().toEpochMilli())
                .bind("told", state.told())
                .execute());
    }

    /** Returns each owner's message about an alert. */
    Map<Long, Integer> messages(Alert alert) {
        return database.read(handle -> {
            Map<Long, Integer> messages = new HashMap<>();
            handle.createQuery("SELECT person_id, message_id FROM alert_message WHERE name = :name")
                    .bind("name", alert.rule())
                    .map((row, _) -> Map.entry(row.getLong(1), row.getInt(2)))
                    .forEach(entry -> messages.put(entry.getKey(), entry.getValue()));
            return messages;
        });
    }

    /** Remembers an owner's message, or that there is none any more that will be replaced. */
    void message(Alert alert, long person, Optional<Integer> message) {
        database.writeNow(handle -> {
            handle.createUpdate("DELETE FROM alert_message WHERE name = :name AND person_id = :person")
                    .bind("name", alert.rule())
                    .bind("person", person)
                    .execute();
            message.ifPresent(id -> handle.createUpdate(
                            "INSERT INTO alert_message (name, person_id, message_id) VALUES (:name, :person, :id)")
                    .bind("name", alert.rule())
                    .bind("person", person)
                    .bind("id", id)
                    .execute());
        });
    }
}
