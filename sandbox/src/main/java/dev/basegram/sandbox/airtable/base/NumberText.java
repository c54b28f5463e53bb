package dev.basegram.sandbox.airtable.base;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them into a number cell, and as the grid shows them. */
final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+\\.?\\d*|\\.\\d+)");
    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d+)?))?");

    private NumberText() {}

    /** Symbols and thousands separators are left out; {@code 12.3%} in a percent field is 0.123; empty when no number. */
    static Optional<BigDecimal> read(Field field, String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (field.type() == FieldType.DURATION && clock.matches()) {
            return Optional.of(seconds(field, clock));
        }
        Matcher number = NUMBER.matcher(text.replaceAll("[^0-9.\\-]", ""));
        if (!number.find()) {
            return Optional.empty();
        }
        BigDecimal read = new BigDecimal(number.group());
        boolean percent = field.type() == FieldType.PERCENT && text.contains("%");
        return Optional.of(percent ? read.movePointLeft(2) : read);
    }

    /** {@code 1:30} is an hour and a half in a field of hours and minutes, and also where seconds are shown. */
    private static BigDecimal seconds(Field field, Matcher clock) {
        BigDecimal first = new BigDecimal(clock.group(1));
        BigDecimal second = new BigDecimal(clock.group(2));
        BigDecimal sixty = BigDecimal.valueOf(60);
        if (clock.group(3) == null) {
            boolean hours = field.option("durationFormat").equals("h:mm");
            BigDecimal sum = first.multiply(sixty).add(second);
            return hours ? sum.multiply(sixty) : sum;
        }
        return first.multiply(sixty).add(second).multiply(sixty).add(new BigDecimal(clock.group(3)));
    }

    /** A duration as its field's format says. */
    static String duration(Field field, double seconds) {
        String sign = seconds < 0 ? "-" : "";
        double left = Math.abs(seconds);
        String format = field.option("durationFormat");
        if (format.isEmpty() || format.equals("h:mm")) {
            long minutes = Math.round(left / 60);
            return sign + minutes / 60 + ":" + two(minutes % 60);
        }
        int digits = format.contains(".") ? format.length() - format.indexOf('.') - 1 : 0;
        BigDecimal rounded = BigDecimal.valueOf(left).setScale(digits, java.math.RoundingMode.HALF_UP);
        long whole = rounded.longValue();
        String fraction = digits == 0
                ? ""
                : rounded.toPlainString().substring(rounded.toPlainString().indexOf('.'));
        return sign + whole / 3600 + ":" + two(whole / 60 % 60) + ":" + two(whole % 60) + fraction;
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}
