package dev.basegram.bot.chat.action;

import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The payload of a link that opens the bot, at most 64 of {@code A-Za-z0-9_-}: {@code r_} a record, {@code f_} a form. Anyone can
 * write one; it grants nothing.
 */
public final class DeepLink {
    private static final Pattern RECORD = Pattern.compile("r_([0-9A-Za-z]{1,28})_([0-9A-Za-z]{1,28})");
    private static final Pattern FORM = Pattern.compile("f_([0-9A-Za-z]{1,60})");

    private DeepLink() {}

    /** Reads a payload; empty for anything else. */
    public static Optional<Action> read(String payload) {
        Matcher record = RECORD.matcher(payload);
        if (record.matches()) {
            return Optional.of(
                    new Action.Open(new TableId("tbl" + record.group(1)), new RecordId("rec" + record.group(2))));
        }
        Matcher form = FORM.matcher(payload);
        return form.matches() ? Optional.of(new Action.Add(new TableId("tbl" + form.group(1)))) : Optional.empty();
    }

    /** Returns the payload that opens the form for a new record. */
    public static String toForm(TableId table) {
        return "f_" + table.value().substring(3);
    }

    /** Returns the payload that opens a record. */
    public static String toRecord(TableId table, RecordId record) {
        return "r_" + table.value().substring(3) + "_" + record.value().substring(3);
    }
}
