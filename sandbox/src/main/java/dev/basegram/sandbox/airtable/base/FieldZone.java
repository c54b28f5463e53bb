package dev.basegram.sandbox.airtable.base;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zone in which a date field reads and shows a time without an offset. */
final class FieldZone {
    private FieldZone() {}

    /** The field's own zone; {@code client} has no meaning here and is UTC. */
    static ZoneId of(Field field) {
        String zone = field.option("timeZone");
        if (field.type() == FieldType.DATE || zone.isEmpty() || zone.equals("utc") || zone.equals("client")) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
