package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.Lane;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.gate.CallCounter;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.gate.Gate;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.CommentsApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.snapshot.SnapshotLimits;
import dev.basegram.bot.airtable.snapshot.Snapshots;

/** What a base's client is made of. */
record Parts(
        Gate gate,
        Flights flights,
        CallCounter counter,
        SnapshotLimits limits,
        Snapshots snapshots,
        SchemaCache schemas,
        Fetcher fetcher,
        Matching matching,
        SearchBeyond search,
        Creations creations,
        Updates updates,
        Deletions deletions,
        Files files,
        CommentsApi commentsApi,
        AccessChecker access) {
    AirtableFailure writeFailure(Reply<?> reply, Scope scope, Table table, RecordId record) {
        return WriteFailure.of(reply, Asked.of(schemas.base(), scope, table).about(record));
    }

    AirtableStatus status(Troubles troubles) {
        return new AirtableStatus(
                gate.state(),
                gate.waiting(Lane.INTERACTIVE),
                gate.waiting(Lane.BACKGROUND),
                counter.budget(),
                troubles.last().map(Troubles.Trouble::failure).orElse(null),
                troubles.last().map(Troubles.Trouble::at).orElse(null),
                snapshots.held(),
                limits.totalRows(),
                limits.tableRows());
    }
}
