package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** People who ask to be let in. Blocks its thread, which should be a virtual one. */
@Singleton
public class AccessRequests {
    private final Database database;
    private final MemberStore members;
    private final Clock clock;

    AccessRequests(Database database, MemberStore members, Clock clock) {
        this.members = members;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes that somebody asks.
     *
     * @return whether this is news: a person who asks again before they are answered, or was turned down, is not
     */
    public boolean ask(long personId, String name) {
        return database.decide(handle -> handle.createUpdate("""
                        INSERT INTO access_request (person_id, name, asked_at) VALUES (:person, :name, :now)
                        ON CONFLICT (person_id) DO NOTHING""")
                        .bind("person", personId)
                        .bind("name", name)
                        .bind("now", clock.millis())
                        .execute()
                == 1);
    }

    /** Lets somebody who asked in, if nobody has answered them yet; returns their name then. */
    public Optional<String> grant(Actor by, long personId, Role role) {
        return database.decide(handle -> {
            Optional<String> name = open(handle, personId);
            name.ifPresent(known -> {
                members.save(
                        handle,
                        by,
                        new Member(
                                personId,
                                known,
                                role,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                clock.instant()),
                        Optional.of(by.personId()));
                handle.createUpdate("DELETE FROM access_request WHERE person_id = :person")
                        .bind("person", personId)
                        .execute();
            });
            return name;
        });
    }

    /** Turns somebody down, if nobody has answered them yet; returns their name then. They are not asked about again. */
    public Optional<String> turnDown(long personId) {
        return database.decide(handle -> {
            Optional<String> name = open(handle, personId);
            handle.createUpdate("UPDATE access_request SET answer = 'no' WHERE person_id = :person")
                    .bind("person", personId)
                    .execute();
            return name;
        });
    }

    private static Optional<String> open(Handle handle, long personId) {
        return handle.createQuery("SELECT name FROM access_request WHERE person_id = :person AND answer IS NULL")
                .bind("person", personId)
                .mapTo(String.class)
                .findOne();
    }
}
