package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableClientConfig;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.gate.Gate;
import dev.basegram.bot.airtable.gate.StoredCallCounter;
import dev.basegram.bot.airtable.rest.AccessProbes;
import dev.basegram.bot.airtable.rest.CommentsApi;
import dev.basegram.bot.airtable.rest.FilesApi;
import dev.basegram.bot.airtable.rest.MetaApi;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.store.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes clients like the bot's own whose memory holds few rows of a table, as that of a very large table does. */
@Singleton
public class CappedAirtable {
    @Inject
    Gate gate;

    @Inject
    Flights flights;

    @Inject
    StoredCallCounter counter;

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    AirtableClientConfig config;

    @Inject
    RecordsApi records;

    @Inject
    MetaApi meta;

    @Inject
    FilesApi files;

    @Inject
    CommentsApi comments;

    @Inject
    AccessProbes probes;

    @Inject
    SchemaCache schemas;

    /** Returns a client with an empty memory for so many rows. */
    public Airtable of(int rows) {
        return new AirtableProducer()
                .airtable(
                        gate,
                        flights,
                        counter,
                        clock,
                        database,
                        capped(rows),
                        records,
                        meta,
                        files,
                        comments,
                        probes,
                        schemas);
    }

    private AirtableClientConfig capped(int rows) {
        return new AirtableClientConfig() {
            @Override
            public Duration answerWithin() {
                return config.answerWithin();
            }

            @Override
            public long answerBytes() {
                return config.answerBytes();
            }

            @Override
            public int tableRows() {
                return rows;
            }

            @Override
            public int totalRows() {
                return rows;
            }

            @Override
            public Duration freshFor() {
                return config.freshFor();
            }

            @Override
            public Duration schemaFreshFor() {
                return config.schemaFreshFor();
            }

            @Override
            public List<String> keyFields() {
                return config.keyFields();
            }
        };
    }
}
