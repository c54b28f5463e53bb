package dev.basegram.bot.access.tables;

import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewTable;
import java.util.List;

/** {@code Bot Audit}: a row per field that somebody changed here, written by {@code access.audit}. */
final class AuditTable {
    static final String NAME = "Bot Audit";

    private AuditTable() {}

    static NewTable definition() {
        return new NewTable(
                NAME,
                "Who changed what through the bot. The bot adds rows and never changes one.",
                List.of(
                        new NewField("When", new NewField.Kind.Moment()),
                        new NewField("Who", new NewField.Kind.Line()),
                        new NewField("Telegram id", new NewField.Kind.Line()),
                        new NewField("Action", new NewField.Kind.Line()),
                        new NewField("Table", new NewField.Kind.Line()),
                        new NewField("Record", new NewField.Kind.Line()),
                        new NewField("Link", new NewField.Kind.Line()),
                        new NewField("Field", new NewField.Kind.Line()),
                        new NewField("Old", new NewField.Kind.Lines()),
                        new NewField("New", new NewField.Kind.Lines()),
                        // Names the entry, so that it is one row however often it is written.
                        new NewField("Bot Key", new NewField.Kind.Line())));
    }
}
