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
 * @param asText whether cells come as the grid shows them; zone and locale are for that alone
 */
record Output(boolean byFieldId, boolean asText, ZoneId zone, Locale locale) {
    static final Output PLAIN = new Output(false, false, ZoneOffset.UTC, Locale.ENGLISH);
    static final Output BY_FIELD_ID = new Output(true, false, ZoneOffset.UTC, Locale.ENGLISH);

    /**
     * Reads {@code returnFieldsByFieldId}, {@code cellFormat}, {@code timeZone} and {@code userLocale}.
     *
     * @throws Refusal when the format is unknown, or is text without zone and locale
     */
    static Output of(ObjectNode given) {
        String byId = given.path("returnFieldsByFieldId").asText("");
        boolean byFieldId = byId.equals("true") || byId.equals("1");
        String format = given.path("cellFormat").asText("json");
        if (format.equals("json")) {
            return byFieldId ? BY_FIELD_ID : PLAIN;
        }
        String zone = given.path("timeZone").asText("");
        String locale = given.path("userLocale").asText("");
        if (!format.equals("string") || zone.isEmpty() || locale.isEmpty()) {
            throw Refusal.malformed();
        }
        return new Output(byFieldId, true, zone(zone), Locale.forLanguageTag(locale));
    }

    private static ZoneId zone(String name) {
        try {
            return name.equals("utc") || name.equals("client") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Refusal.malformed();
        }
    }
}
