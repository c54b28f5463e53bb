package dev.basegram.bot.access;

import static dev.basegram.bot.access.Waiting.await;

import dev.basegram.bot.access.tables.SettingsBuilder;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import java.util.List;
import java.util.Optional;

/** The base in which settings tables are made, with every row on the account of whoever has them made. */
final class BuildingSite implements SettingsBuilder.Site {
    private final Airtable airtable;
    private final SchemaEdits edits;
    private final PermittedBase admin;

    BuildingSite(Airtable airtable, SchemaEdits edits, PermittedBase admin) {
        this.airtable = airtable;
        this.edits = edits;
        this.admin = admin;
    }

    @Override
    public Answer<Schema> schema() throws InterruptedException {
        return await(airtable.refreshSchema(admin.caller()));
    }

    @Override
    public Answer<Snapshot> rows(Table table) throws InterruptedException {
        return await(airtable.refresh(admin.caller(), table.id(), Optional.empty()));
    }

    @Override
    public Answer<Table> make(NewTable table) throws InterruptedException {
        return await(edits.createTable(admin.caller(), table));
    }

    @Override
    public Answer<Table> add(Table table, NewField field) throws InterruptedException {
        return await(edits.addField(admin.caller(), table.id(), field));
    }

    @Override
    public Answer<Table> rename(Table table, String name) throws InterruptedException {
        return await(edits.rename(admin.caller(), table.id(), name));
    }

    @Override
    public List<Answer<AirtableRecord>> make(List<NewRecord> rows) throws InterruptedException {
        return admin.settings(rows);
    }
}
