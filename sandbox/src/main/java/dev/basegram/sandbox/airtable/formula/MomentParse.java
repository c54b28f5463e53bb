package dev.basegram.sandbox.airtable.formula;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates by Moment.js format specifiers, which is what DATETIME_PARSE takes; separators need not match. */
final class MomentParse {
    private static final Pattern WORD = Pattern.compile("[^\\p{L}]*(\\p{L}+)\\.?");
    private static final Pattern OFFSET = Pattern.compile("\\s*(Z|[+-][0-9]{2}:?[0-9]{2})");

    private enum Part {
        YEAR,
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        SECOND,
        MILLI,
        OFFSET,
        AFTERNOON,
        EPOCH_MILLI
    }

    private final Map<Part, Long> parts = new EnumMap<>(Part.class);
    private final String text;
    private final Locale locale;
    private int at;

    private MomentParse(String text, Locale locale) {
        this.text = text;
        this.locale = locale;
    }

    static Optional<Value.Moment> parse(String text, String format, Locale locale) {
        MomentParse parse = new MomentParse(text, locale);
        Matcher tokens = MomentFormat.TOKEN.matcher(MomentFormat.expand(format));
        while (tokens.find()) {
            if (tokens.group(1) == null && !parse.take(tokens.group())) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(parse.moment());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private boolean take(String token) {
        return switch (token) {
            case "MMM", "MMMM" -> month();
            case "dd", "ddd", "dddd" -> match(WORD).isPresent();
            case "A", "a" ->
                match(WORD)
                        .map(word -> set(
                                Part.AFTERNOON, word.toLowerCase(Locale.ROOT).startsWith("p") ? 1 : 0))
                        .orElse(false);
            case "Z", "ZZ" ->
                match(OFFSET)
                        .map(offset -> set(Part.OFFSET, ZoneOffset.of(offset).getTotalSeconds()))
                        .orElse(false);
            default -> number(token);
        };
    }

    private boolean number(String token) {
        Optional<String> digits = match(Pattern.compile("[^0-9]*([0-9]{1," + width(token) + "})(?:st|nd|rd|th)?"));
        if (digits.isEmpty()) {
            return false;
        }
        long value = Long.parseLong(digits.get());
        return switch (token.charAt(0)) {
            case 'Y' -> set(Part.YEAR, token.equals("YY") ? value + (value > 68 ? 1900 : 2000) : value);
            case 'M' -> set(Part.MONTH, value);
            case 'D' -> set(Part.DAY, value);
            case 'H', 'h', 'k' -> set(Part.HOUR, value);
            case 'm' -> set(Part.MINUTE, value);
            case 's' -> set(Part.SECOND, value);
            case 'S' ->
                set(Part.MILLI, Math.round(value * Math.pow(10, 3 - digits.get().length())));
            case 'X' -> set(Part.EPOCH_MILLI, value * 1000);
            case 'x' -> set(Part.EPOCH_MILLI, value);
            default -> true;
        };
    }

    private static int width(String token) {
        return switch (token) {
            case "X", "x" -> 15;
            case "YYYY" -> 4;
            case "SSS", "DDDD" -> 3;
            default -> 2;
        };
    }

    private boolean month() {
        Optional<String> word = match(WORD);
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale);
            if (word.isPresent()
                    && word.get().length() > 2
                    && full.startsWith(word.get().toLowerCase(locale))) {
                return set(Part.MONTH, month.getValue());
            }
        }
        return false;
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group(1));
    }

    private boolean set(Part part, long value) {
        parts.put(part, value);
        return true;
    }

    private int part(Part part, int otherwise) {
        return Math.toIntExact(parts.getOrDefault(part, (long) otherwise));
    }

    private Value.Moment moment() {
        if (parts.containsKey(Part.EPOCH_MILLI)) {
            return Value.moment(Instant.ofEpochMilli(parts.get(Part.EPOCH_MILLI)));
        }
        int hour = part(Part.HOUR, 0);
        if (parts.containsKey(Part.AFTERNOON)) {
            hour = hour % 12 + 12 * part(Part.AFTERNOON, 0);
        }
        Instant at = OffsetDateTime.of(
                        part(Part.YEAR, 2000),
                        part(Part.MONTH, 1),
                        part(Part.DAY, 1),
                        hour,
                        part(Part.MINUTE, 0),
                        part(Part.SECOND, 0),
                        part(Part.MILLI, 0) * 1_000_000,
                        ZoneOffset.ofTotalSeconds(part(Part.OFFSET, 0)))
                .toInstant();
        return parts.containsKey(Part.HOUR) ? Value.moment(at) : Value.date(at);
    }
}
