package dev.basegram.bot.chat.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as Airtable shows them: {@code h:mm}, {@code h:mm:ss}, and with tenths to thousandths of a second. */
public final class Durations {
    private static final Pattern COLONS =
            Pattern.compile("(-?)(\\d{1,6}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,3}))?)?");
    private static final Pattern UNITS = Pattern.compile(
            "(-?)(?:(\\d{1,6}) ?(?:h|hr|hrs|ч|س))? ?(?:(\\d{1,6}) ?(?:m|min|мин|м|د))? ?(?:(\\d{1,6}) ?(?:s|sec|seg|сек|с|ث))?");
    private static final Pattern DECIMAL_HOURS = Pattern.compile("(-?\\d{1,6})[.,](\\d{1,4}) ?(?:h|hr|hrs|hours?|ч|س)");
    private static final Pattern BARE = Pattern.compile("-?\\d{1,8}");

    private Durations() {}

    /**
     * Writes a length.
     *
     * @param format Airtable's {@code durationFormat}
     */
    public static String format(Duration length, String format) {
        int decimals = format.contains(".") ? format.length() - format.indexOf('.') - 1 : 0;
        boolean seconds = format.startsWith("h:mm:ss");
        BigDecimal total =
                BigDecimal.valueOf(length.abs().toMillis(), 3).setScale(seconds ? decimals : 0, RoundingMode.HALF_UP);
        long whole = seconds ? total.longValue() : Math.round(total.doubleValue() / 60) * 60;
        String sign = length.isNegative() && total.signum() != 0 ? "-" : "";
        String text = "%s%d:%02d".formatted(sign, whole / 3600, whole / 60 % 60);
        if (!seconds) {
            return text;
        }
        String fraction = decimals == 0
                ? ""
                : total.remainder(BigDecimal.ONE).toPlainString().substring(1);
        return text + ":%02d".formatted(whole % 60) + fraction;
    }

    /**
     * Reads a length: {@code 1:30}, {@code 1:30:15}, {@code 1h 30m}, {@code 90m}; a bare number is minutes where the field shows
     * hours and minutes, else seconds.
     *
     * @param format Airtable's {@code durationFormat}
     */
    public static Optional<Duration> parse(String typed, String format) {
        String text = Numbers.westernDigits(typed).strip().toLowerCase(Locale.ROOT);
        if (BARE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return Optional.of(format.startsWith("h:mm:ss") ? Duration.ofSeconds(number) : Duration.ofMinutes(number));
        }
        Matcher colons = COLONS.matcher(text);
        if (colons.matches()) {
            return colons(colons, format.startsWith("h:mm:ss"));
        }
        Matcher hours = DECIMAL_HOURS.matcher(text);
        if (hours.matches()) {
            BigDecimal seconds = new BigDecimal(hours.group(1) + "." + hours.group(2)).movePointRight(2);
            return Optional.of(Duration.ofSeconds(seconds.multiply(BigDecimal.valueOf(36))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact()));
        }
        Matcher units = UNITS.matcher(text);
        if (!text.isEmpty() && !text.equals("-") && units.matches()) {
            Duration length = Duration.ofHours(number(units.group(2)))
                    .plusMinutes(number(units.group(3)))
                    .plusSeconds(number(units.group(4)));
            return Optional.of(units.group(1).isEmpty() ? length : length.negated());
        }
        return Optional.empty();
    }

    private static Optional<Duration> colons(Matcher parts, boolean showsSeconds) {
        long minutes = number(parts.group(3));
        long seconds = number(parts.group(4));
        if (minutes > 59 || seconds > 59) {
            return Optional.empty();
        }
        String fraction = parts.group(5);
        long millis = fraction == null ? 0 : Long.parseLong((fraction + "00").substring(0, 3));
        Duration length = Duration.ofHours(number(parts.group(2)))
                .plusMinutes(minutes)
                .plusSeconds(showsSeconds || parts.group(4) != null ? seconds : 0)
                .plusMillis(millis);
        return Optional.of(parts.group(1).isEmpty() ? length : length.negated());
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
