package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * How records are to be written.
 *
 * @param byFieldId whether fields are keyed by id
 * @param linksAsObjects whether a link is {@code {"id"}} and not the bare id, as {@code includeDateDependencyMetadata} has it
 * @param asText whether cells come as the grid shows them; zone and locale are for that alone
 */
record Output(boolean byFieldId, boolean linksAsObjects, boolean asText, ZoneId zone, Locale locale) {
    static final Output BY_FIELD_ID = new Output(true, false, false, ZoneOffset.UTC, Locale.ENGLISH);

    /**
     * Reads {@code returnFieldsByFieldId}, {@code cellFormat}, {@code timeZone} and {@code userLocale}.
     *
     * @throws Refusal when the format is unknown, or is text without zone and locale
     */
    static Output of(ObjectNode given) {
        boolean byFieldId = flag(given, "returnFieldsByFieldId");
        boolean objects = flag(given, "includeDateDependencyMetadata");
        String format = given.path("cellFormat").asText("json");
        if (format.equals("json")) {
            return new Output(byFieldId, objects, false, ZoneOffset.UTC, Locale.ENGLISH);
        }
        String zone = given.path("timeZone").asText("");
        String locale = given.path("userLocale").asText("");
        if (!format.equals("string") || zone.isEmpty() || locale.isEmpty()) {
            throw Refusal.malformed();
        }
        return new Output(byFieldId, objects, true, zone(zone), Locale.forLanguageTag(locale));
    }

    private static boolean flag(ObjectNode given, String name) {
        String text = given.path(name).asText("");
        return text.equals("true") || text.equals("1");
    }

    private static ZoneId zone(String name) {
        try {
            return name.equals("utc") || name.equals("client") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Refusal.malformed();
        }
    }
}
