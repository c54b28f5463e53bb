package dev.basegram.bot.chat.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone in which a field shows its times. */
public final class FieldZone {
    private FieldZone() {}

    /**
     * Returns the zone.
     *
     * @param setting Airtable's {@code timeZone}: {@code utc}, {@code client} or an IANA name
     * @param person the reader's zone, which {@code client} means
     */
    public static ZoneId of(String setting, ZoneId person) {
        return switch (setting) {
            case "client", "" -> person;
            case "utc" -> ZoneOffset.UTC;
            default -> {
                try {
                    yield ZoneId.of(setting);
                } catch (DateTimeException _) {
                    yield person; // a zone younger than our table of zones
                }
            }
        };
    }
}
