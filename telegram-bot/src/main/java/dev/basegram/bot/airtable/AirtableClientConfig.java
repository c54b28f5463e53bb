package dev.basegram.bot.airtable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What can be tuned about the client; nobody has to. */
@ConfigMapping(prefix = "airtable-client")
public interface AirtableClientConfig {
    /** How long an answer may take from the request's leaving to the answer's last byte. */
    @WithDefault("30s")
    Duration answerWithin();

    /** The most bytes taken of an answer; a page of 100 records with long texts stays well below. */
    @WithDefault("10485760")
    long answerBytes();

    /** The most rows of one table held in memory; 50,000 rows of 20 fields take less than 150 MiB. */
    @WithDefault("50000")
    int tableRows();

    /** The most rows held in memory in all. */
    @WithDefault("50000")
    int totalRows();

    /** How long a table or view that costs one call to read counts as fresh; larger ones longer, in proportion to their calls. */
    @WithDefault("60s")
    Duration freshFor();

    /** How long the schema counts as fresh. */
    @WithDefault("10m")
    Duration schemaFreshFor();

    /** The names of the text field that carries the key of a creation, in tables that have one; the first that fits counts. */
    @WithDefault("Basegram key,Bot Key")
    List<String> keyFields();
}
