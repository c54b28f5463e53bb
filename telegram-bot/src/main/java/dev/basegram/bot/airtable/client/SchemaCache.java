package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.ApiError;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.MetaApi;
import dev.basegram.bot.airtable.rest.Reply;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The schema in memory: read anew behind the caller's back when it has aged, and at once when it proves old. Thread-safe. */
final class SchemaCache {
    /** What is missing from a schema younger than this is missing indeed. */
    private static final Duration JUST_READ = Duration.ofSeconds(15);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final Flights flights;
    private final MetaApi api;
    private final Clock clock;
    private final Duration freshFor;
    private final Asked asked;
    private volatile @Nullable Schema held;
    private volatile Instant nextTry = Instant.MIN;

    SchemaCache(Flights flights, MetaApi api, Clock clock, Duration freshFor) {
        this.flights = flights;
        this.api = api;
        this.clock = clock;
        this.freshFor = freshFor;
        this.asked = new Asked(api.base(), Scope.READ_SCHEMA, null, null, null);
    }

    BaseId base() {
        return api.base();
    }

    Uni<Answer<Schema>> get(Caller caller) {
        return Uni.createFrom().deferred(() -> {
            Schema schema = held;
            if (schema == null) {
                return refresh(caller);
            }
            Instant now = clock.instant();
            if (now.isAfter(schema.readAt().plus(freshFor)) && now.isAfter(nextTry)) {
                nextTry = now.plus(AFTER_TROUBLE);
                refresh(Caller.background("schema")).subscribe().with(_ -> {});
            }
            return Uni.createFrom().item(Answer.ok(schema));
        });
    }

    Uni<Answer<Schema>> refresh(Caller caller) {
        return Uni.createFrom()
                .deferred(() -> flights.share("schema", caller, api::schema).reply())
                .chain(reply -> settle(caller, reply));
    }

    private Uni<Answer<Schema>> settle(Caller caller, Reply<Schema> reply) {
        if (reply instanceof Reply.Got<Schema>(Schema schema)) {
            held = schema;
        }
        if (reply instanceof Reply.Refused<Schema>(ApiError error)
                && (error.status() == 403 || error.status() == 404)) {
            return whyNot(caller, Meaning.of(reply, asked));
        }
        return Uni.createFrom().item(Meaning.of(reply, asked));
    }

    /** Airtable gives one error for a missing scope and for a base that is not granted; the list of bases tells them apart. */
    private Uni<Answer<Schema>> whyNot(Caller caller, Answer<Schema> otherwise) {
        return flights.share("bases", caller, () -> api.bases(null)).reply().map(reply -> {
            if (!(reply instanceof Reply.Got<MetaApi.BasePage>(MetaApi.BasePage page))) {
                return otherwise;
            }
            boolean listed = page.bases().stream()
                    .anyMatch(base -> base.id().equals(api.base().value()));
            return listed || page.offset() != null
                    ? otherwise
                    : Answer.failed(new AirtableFailure.BaseNotGranted(api.base()));
        });
    }

    /** Returns a table; one that is missing is looked for in a schema read anew, once. */
    Uni<Answer<Table>> table(Caller caller, TableId id) {
        return get(caller).chain(answer -> {
            if (!(answer instanceof Answer.Ok<Schema>(Schema schema))) {
                return Uni.createFrom().item(answer.then(_ -> gone(id)));
            }
            boolean known = schema.table(id).isPresent();
            boolean young = clock.instant().isBefore(schema.readAt().plus(JUST_READ));
            return known || young
                    ? Uni.createFrom().item(in(schema, id))
                    : refresh(caller).map(fresh -> fresh.then(read -> in(read, id)));
        });
    }

    private static Answer<Table> in(Schema schema, TableId id) {
        return schema.table(id).map(Answer::ok).orElseGet(() -> gone(id));
    }

    private static Answer<Table> gone(TableId id) {
        return Answer.failed(new AirtableFailure.TableGone(id));
    }
}
