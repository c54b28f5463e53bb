package dev.basegram.bot.access.tables;

import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewTable;
import java.util.List;

/** {@code Bot Audit}: a row per field that somebody changed here. */
public final class AuditTable {
    /** The table's name. */
    public static final String NAME = "Bot Audit";

    /** When it was changed. */
    public static final String WHEN = "When";
    /** Who changed it: their name and Telegram id. */
    public static final String WHO = "Who";
    /** The table's name. */
    public static final String TABLE = "Table";
    /** The record's id. */
    public static final String RECORD = "Record";
    /** The field's name; empty for a deletion. */
    public static final String FIELD = "Field";
    /** What it held. */
    public static final String OLD = "Old";
    /** What it holds. */
    public static final String NEW = "New";
    /** Names the change and the field: the same entry written twice is one row. */
    public static final String KEY = "Audit key";

    private AuditTable() {}

    static NewTable definition() {
        return new NewTable(
                NAME,
                "Who changed what through the bot. The bot adds rows and never changes one.",
                List.of(
                        new NewField(WHEN, new NewField.Kind.Moment()),
                        new NewField(WHO, new NewField.Kind.Line()),
                        new NewField(TABLE, new NewField.Kind.Line()),
                        new NewField(RECORD, new NewField.Kind.Line()),
                        new NewField(FIELD, new NewField.Kind.Line()),
                        new NewField(OLD, new NewField.Kind.Lines()),
                        new NewField(NEW, new NewField.Kind.Lines()),
                        new NewField(KEY, new NewField.Kind.Line())));
    }
}
