package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableClientConfig;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.gate.Gate;
import dev.basegram.bot.airtable.gate.GateTimer;
import dev.basegram.bot.airtable.gate.MicrometerGateMeter;
import dev.basegram.bot.airtable.gate.StoredCallCounter;
import dev.basegram.bot.airtable.rest.AccessProbes;
import dev.basegram.bot.airtable.rest.CommentsApi;
import dev.basegram.bot.airtable.rest.FilesApi;
import dev.basegram.bot.airtable.rest.MetaApi;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.SchemaApi;
import dev.basegram.bot.airtable.snapshot.SnapshotLimits;
import dev.basegram.bot.airtable.snapshot.Snapshots;
import dev.basegram.bot.airtable.webhook.CursorStore;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Puts the client of the configured base together. */
@Singleton
final class AirtableProducer {
    private static final Duration LAST_WRITE = Duration.ofSeconds(5);

    @Produces
    @Singleton
    StoredCallCounter counter(Database database, GateTimer timer, Clock clock, BotSettings settings) {
        return StoredCallCounter.open(
                database,
                timer,
                clock,
                settings.airtable().baseId(),
                settings.airtable().monthlyCalls());
    }

    void store(@Observes ShutdownEvent stop, StoredCallCounter counter) {
        counter.store().await().atMost(LAST_WRITE);
    }

    @Produces
    @Singleton
    Flights flights(Gate gate, GateTimer timer) {
        return new Flights(gate, timer, RandomGenerator.getDefault());
    }

    @Produces
    @Singleton
    Gate gate(GateTimer timer, Clock clock, StoredCallCounter counter, MeterRegistry registry) {
        var gate = new Gate(timer, clock, RandomGenerator.getDefault(), counter, new MicrometerGateMeter(registry));
        GateGauges.register(registry, gate, counter);
        return gate;
    }

    @Produces
    @Singleton
    CursorStore cursors(Database database, MetaApi meta) {
        return new CursorStore(database, meta.base());
    }

    @Produces
    @Singleton
    SchemaCache schemas(Flights flights, MetaApi meta, Clock clock, AirtableClientConfig config) {
        return new SchemaCache(flights, meta, clock, config.schemaFreshFor());
    }

    @Produces
    @Singleton
    SchemaEdits edits(Flights flights, SchemaApi api, SchemaCache schemas) {
        return new SchemaEditor(flights, api, schemas);
    }

    @Produces
    @Singleton
    Airtable airtable(
            Gate gate,
            Flights flights,
            StoredCallCounter counter,
            Clock clock,
            Database database,
            AirtableClientConfig config,
            RecordsApi records,
            MetaApi meta,
            FilesApi files,
            CommentsApi comments,
            AccessProbes probes,
            SchemaCache schemas) {
        var limits = new SnapshotLimits(config.tableRows(), config.totalRows(), config.freshFor());
        var snapshots = new Snapshots(flights, records, meta.base(), clock, counter, limits);
        var fetcher = new Fetcher(flights, records, snapshots, meta.base());
        var keyless = new KeylessCreation(flights, records, new CreationJournal(database, meta.base(), clock));
        var matching = new Matching(flights, records, meta.base());
        return new BaseClient(
                new Parts(
                        gate,
                        flights,
                        counter,
                        limits,
                        snapshots,
                        schemas,
                        fetcher,
                        matching,
                        new SearchBeyond(matching),
                        new Creations(flights, records, schemas, snapshots, config.keyFields(), keyless),
                        new Updates(flights, records, schemas, fetcher, snapshots),
                        new Deletions(flights, records, schemas, fetcher, snapshots),
                        new Files(flights, files, schemas, fetcher, snapshots),
                        comments,
                        new AccessChecker(flights, meta, probes, schemas)),
                new Troubles(clock));
    }
}
