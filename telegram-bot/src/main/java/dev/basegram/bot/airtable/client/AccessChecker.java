package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.AccessCheck.State;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.AccessProbes;
import dev.basegram.bot.airtable.rest.ApiError;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.BaseInfo;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.MetaApi;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.WhoAmI;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the token may do by trying: Airtable does not tell of personal access tokens.
 *
 * <p>Each try is one that cannot change anything: writes are sent so empty that Airtable refuses them for that, once it has seen that
 * they would be allowed.
 */
final class AccessChecker {
    private static final int FORBIDDEN = 403;

    private final Flights flights;
    private final MetaApi meta;
    private final AccessProbes probes;
    private final SchemaCache schemas;

    AccessChecker(Flights flights, MetaApi meta, AccessProbes probes, SchemaCache schemas) {
        this.flights = flights;
        this.meta = meta;
        this.probes = probes;
        this.schemas = schemas;
    }

    Uni<Answer<AccessCheck>> check(Caller caller) {
        return flights.send(caller, meta.whoAmI())
                .chain(reply -> Chains.then(
                        Meaning.of(reply, new Asked(meta.base(), Scope.READ_SCHEMA, null, null, null)),
                        who -> flights.send(caller, meta.bases(null))
                                .chain(bases -> schemas.refresh(caller).chain(schema -> {
                                    Map<Scope, State> found = new EnumMap<>(Scope.class);
                                    for (Scope scope : Scope.values()) {
                                        found.put(scope, State.UNKNOWN);
                                    }
                                    if (bases instanceof Reply.Got) {
                                        found.put(Scope.READ_SCHEMA, State.GRANTED);
                                    } else {
                                        found.put(Scope.READ_SCHEMA, state(bases));
                                    }
                                    Optional<Table> table = schema.found()
                                            .flatMap(read ->
                                                    read.tables().stream().findFirst());
                                    return records(caller, table.orElse(null), found)
                                            .map(scopes -> Answer.ok(result(who, bases, scopes)));
                                }))));
    }

    private AccessCheck result(WhoAmI who, Reply<MetaApi.BasePage> bases, Map<Scope, State> scopes) {
        Optional<BaseInfo> base = bases instanceof Reply.Got<MetaApi.BasePage>(MetaApi.BasePage page)
                ? page.bases().stream()
                        .filter(info -> info.id().equals(meta.base().value()))
                        .findFirst()
                : Optional.empty();
        return new AccessCheck(
                who.id(),
                base.map(BaseInfo::permissionLevel).orElse(""),
                base.map(BaseInfo::name).orElse(""),
                scopes);
    }

    private Uni<Map<Scope, State>> records(Caller caller, @Nullable Table table, Map<Scope, State> found) {
        Uni<Map<Scope, State>> webhooks = flights.send(caller, probes.webhooks())
                .invoke(reply -> with(found, Scope.MANAGE_WEBHOOKS, state(reply)))
                .chain(() -> flights.send(caller, probes.namelessTable()))
                .map(reply -> with(found, Scope.WRITE_SCHEMA, state(reply)));
        if (table == null) {
            return webhooks;
        }
        return webhooks.chain(() -> flights.send(caller, probes.oneRecord(table)))
                .invoke(reply -> with(found, Scope.READ_RECORDS, state(reply)))
                .chain(reply -> flights.send(caller, probes.emptyUpdate(table.id()))
                        .invoke(write -> with(found, Scope.WRITE_RECORDS, state(write)))
                        .chain(() -> comments(caller, table, reply, found)));
    }

    private Uni<Map<Scope, State>> comments(Caller caller, Table table, Reply<Page> records, Map<Scope, State> found) {
        Optional<AirtableRecord> record = records instanceof Reply.Got<Page>(Page page)
                ? page.records().stream().findFirst()
                : Optional.empty();
        if (record.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return flights.send(caller, probes.comments(table.id(), record.get().id()))
                .invoke(reply -> with(found, Scope.READ_COMMENTS, state(reply)))
                .chain(() -> flights.send(
                        caller, probes.emptyComment(table.id(), record.get().id())))
                .map(reply -> with(found, Scope.WRITE_COMMENTS, state(reply)));
    }

    private static Map<Scope, State> with(Map<Scope, State> found, Scope scope, State state) {
        found.put(scope, state);
        return found;
    }

    /** A write that is refused for being empty would have been allowed. */
    private static State state(Reply<?> reply) {
        return switch (reply) {
            case Reply.Got<?> _, Reply.Garbled<?> _ -> State.GRANTED;
            case Reply.Refused<?>(ApiError error) ->
                switch (error.status()) {
                    case FORBIDDEN -> State.MISSING;
                    case 400, 422 -> State.GRANTED;
                    default -> State.UNKNOWN;
                };
            default -> State.UNKNOWN;
        };
    }
}
