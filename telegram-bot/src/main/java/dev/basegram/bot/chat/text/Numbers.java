package dev.basegram.bot.chat.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people of a locale write and read them. Immutable. */
public final class Numbers {
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(\\D\\d{3})+");
    private static final int MOST_DIGITS = 40;

    private final Locale locale;
    private final char decimal;

    Numbers(Locale locale) {
        this.locale = locale;
        this.decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    /** Returns a whole number with its thousands apart. */
    public String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Returns a number with as many decimals as it has, at most {@code most}. */
    public String upTo(BigDecimal number, int most) {
        return format(number, 0, most);
    }

    /** Returns a number with exactly so many decimals. */
    public String exactly(BigDecimal number, int decimals) {
        return format(number, decimals, decimals);
    }

    /** Returns a fraction as a percentage: 0.15 as «15 %» in the locale's way. */
    public String percent(BigDecimal fraction, int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(fraction);
    }

    private String format(BigDecimal number, int least, int most) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /**
     * Reads a number however it is written: {@code 1 200,50}, {@code 1,200.50}, {@code 1.200,50}, {@code 1'200.5}, Arabic
     * digits. Where one separator could be either, as in {@code 1.200}, it means what it means in this locale.
     */
    public Optional<BigDecimal> parse(String typed) {
        String text = westernDigits(typed).replaceAll("[\\s\\p{Cf}\\u00A0\\u2007\\u2009\\u202F'’_]", "");
        boolean negative = text.startsWith("-") || text.startsWith("−");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.matches("[\\d.,]*\\d[\\d.,]*")) {
            return Optional.empty();
        }
        return plain(digits).map(BigDecimal::new).map(value -> negative ? value.negate() : value);
    }

    private Optional<String> plain(String digits) {
        int lastDot = digits.lastIndexOf('.');
        int lastComma = digits.lastIndexOf(',');
        if (lastDot < 0 && lastComma < 0) {
            return Optional.of(digits);
        }
        char last = lastDot > lastComma ? '.' : ',';
        int at = Math.max(lastDot, lastComma);
        boolean both = lastDot >= 0 && lastComma >= 0;
        boolean once = digits.indexOf(last) == at;
        boolean groups = GROUPED.matcher(digits).matches() && !digits.startsWith("0");
        if (!both && groups && (!once || last != decimal)) {
            return Optional.of(digits.replaceAll("\\D", ""));
        }
        if (!once) {
            return Optional.empty();
        }
        String whole = digits.substring(0, at);
        String fraction = digits.substring(at + 1);
        if (both && !GROUPED.matcher(whole).matches()) {
            return Optional.empty();
        }
        String joined =
                (whole.isEmpty() ? "0" : whole.replaceAll("\\D", "")) + (fraction.isEmpty() ? "" : "." + fraction);
        return Optional.of(joined);
    }

    /** Turns the digits of any script into ASCII ones, and the Arabic separators into dot and comma. */
    public static String westernDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '٫') {
                out.append('.');
            } else if (c == '٬') {
                out.append(',');
            } else if (Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
