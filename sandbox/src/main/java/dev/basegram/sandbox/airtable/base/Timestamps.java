package dev.basegram.sandbox.airtable.base;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the API writes points in time: UTC with three digits of milliseconds. */
public final class Timestamps {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** Such as {@code 2022-09-05T07:00:00.000Z}. */
    public static String iso(Instant at) {
        return ISO.format(at);
    }

    /** Such as {@code 2022-09-05}, in UTC. */
    static String date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
