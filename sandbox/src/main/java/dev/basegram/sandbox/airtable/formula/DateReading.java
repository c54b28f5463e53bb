package dev.basegram.sandbox.airtable.formula;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads dates without being told their format: ISO 8601 and the ways people usually write one (month first). */
public final class DateReading {
    private static final List<DateTimeFormatter> FORMATS = Stream.of(
                    "yyyy-M-d['T'][ ][H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]][ ][XXX][XX][X]",
                    "M/d/yyyy[ ][','][ ][H:mm[:ss]][ ][h:mm[:ss][ ]a]",
                    "d MMM yyyy[ H:mm[:ss]]",
                    "d MMMM yyyy[ H:mm[:ss]]",
                    "MMM d[','] yyyy[ H:mm[:ss]][ h:mm[ ]a]",
                    "MMMM d[','] yyyy[ H:mm[:ss]][ h:mm[ ]a]",
                    "yyyy/M/d[ H:mm[:ss]]")
            .map(pattern -> formatter(builder -> builder.appendPattern(pattern)))
            .toList();

    private DateReading() {}

    /** Reads a date or a point in time; one without an offset is UTC. Empty when the text is neither. */
    public static Optional<Value.Moment> any(String text) {
        return any(text, ZoneOffset.UTC);
    }

    /** Reads a date or a point in time; one without an offset is in {@code zone}. */
    public static Optional<Value.Moment> any(String text, ZoneId zone) {
        String trimmed = text.strip();
        for (DateTimeFormatter format : FORMATS) {
            Optional<Value.Moment> read = read(trimmed, format, zone);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private static Optional<Value.Moment> read(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            return Optional.of(moment(format.parse(text), zone));
        } catch (DateTimeException notInThisFormat) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(Consumer<DateTimeFormatterBuilder> pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        pattern.accept(builder);
        return builder.toFormatter(Locale.ENGLISH);
    }

    private static Value.Moment moment(TemporalAccessor parsed, ZoneId zone) {
        LocalDate date = LocalDate.from(parsed);
        if (!parsed.isSupported(ChronoField.HOUR_OF_DAY)) {
            return Value.date(date.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        LocalDateTime time = date.atTime(java.time.LocalTime.from(parsed));
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        Instant at = offset == null ? time.atZone(zone).toInstant() : time.toInstant(offset);
        return Value.moment(at);
    }
}
