package dev.basegram.bot.access;

import dev.basegram.bot.access.tables.PeopleRows;
import dev.basegram.bot.access.tables.RowWrite;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Schema;
import jakarta.inject.Singleton;

/**
 * People as the base lists them: a row there wins over what the bot keeps, so what is changed in chat is written there too. Blocks its
 * thread, which should be a virtual one. It asks nobody for rights: whoever calls it has made sure that the person runs the bot.
 */
@Singleton
public class ListedPeople {
    private final Airtable airtable;
    private final PeopleRows rows;

    ListedPeople(Airtable airtable, PeopleRows rows) {
        this.airtable = airtable;
        this.rows = rows;
    }

    /**
     * Writes what a person is into their row, on the account of who changes it; returns whether there was one.
     *
     * @param admin the base as those see it who run the bot; of anybody else nothing is written
     */
    public Answer<Boolean> put(PermittedBase admin, long personId, Role role, boolean blocked)
            throws InterruptedException {
        Caller caller = admin.caller();
        return switch (Waiting.await(airtable.schema(caller))) {
            case Answer.Failed<Schema>(AirtableFailure failure) -> Answer.failed(failure);
            case Answer.Ok<Schema>(Schema schema) ->
                switch (Waiting.await(rows.write(caller, schema, personId, role, blocked))) {
                    case Answer.Failed<RowWrite>(AirtableFailure failure) -> Answer.failed(failure);
                    case Answer.Ok<RowWrite>(RowWrite.Nothing _) -> Answer.ok(false);
                    case Answer.Ok<RowWrite>(RowWrite write) ->
                        admin.settings(write).map(_ -> true);
                };
        };
    }
}
