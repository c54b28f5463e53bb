package dev.basegram.sandbox.airtable.formula;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes dates by Moment.js format specifiers, which is what DATETIME_FORMAT takes. */
public final class MomentFormat {
    static final Pattern TOKEN = Pattern.compile("\\[([^\\]]*)\\]|LTS|LT|LLLL|LLL|LL|L|llll|lll|ll|l|YYYY|YY|Y|Qo|Q|"
            + "MMMM|MMM|MM|Mo|M|DDDD|DDDo|DDD|DD|Do|D|dddd|ddd|dd|do|d|E|e|WW|Wo|W|ww|wo|w|HH|H|hh|h|kk|k|mm|m|"
            + "ss|s|SSS|SS|S|A|a|ZZ|Z|X|x");
    private static final Map<String, String> LONG_FORMS = Map.of(
            "LT", "h:mm A",
            "LTS", "h:mm:ss A",
            "L", "MM/DD/YYYY",
            "l", "M/D/YYYY",
            "LL", "MMMM D, YYYY",
            "ll", "MMM D, YYYY",
            "LLL", "MMMM D, YYYY h:mm A",
            "lll", "MMM D, YYYY h:mm A",
            "LLLL", "dddd, MMMM D, YYYY h:mm A",
            "llll", "ddd, MMM D, YYYY h:mm A");

    private MomentFormat() {}

    /** Writes a time by a format such as {@code YYYY-MM-DD HH:mm}; what is in brackets is copied. */
    public static String format(ZonedDateTime time, String format, Locale locale) {
        Matcher matcher = TOKEN.matcher(expand(format));
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String literal = matcher.group(1);
            String piece = literal != null ? literal : token(time, matcher.group(), locale);
            matcher.appendReplacement(result, Matcher.quoteReplacement(piece));
        }
        return matcher.appendTail(result).toString();
    }

    /** The format with its locale shorthands written out. */
    static String expand(String format) {
        return TOKEN.matcher(format)
                .replaceAll(found -> Matcher.quoteReplacement(LONG_FORMS.getOrDefault(found.group(), found.group())));
    }

    private static String token(ZonedDateTime time, String token, Locale locale) {
        return switch (token.charAt(0)) {
            case 'Y' -> token.equals("YY") ? pad(time.getYear() % 100, 2) : pad(time.getYear(), 4);
            case 'Q' -> number(time.get(IsoFields.QUARTER_OF_YEAR), token);
            case 'M' -> month(time, token, locale);
            case 'D' ->
                token.startsWith("DDD")
                        ? number(time.getDayOfYear(), token.equals("DDDD") ? "xxx" : token)
                        : number(time.getDayOfMonth(), token);
            case 'd', 'E', 'e' -> weekday(time, token, locale);
            case 'W' -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), token);
            case 'w' -> number(time.get(WeekFields.SUNDAY_START.weekOfWeekBasedYear()), token);
            case 'Z' -> offset(time, token);
            case 'X' -> Long.toString(time.toEpochSecond());
            case 'x' -> Long.toString(time.toInstant().toEpochMilli());
            default -> clock(time, token);
        };
    }

    private static String clock(ZonedDateTime time, String token) {
        return switch (token.charAt(0)) {
            case 'H' -> number(time.getHour(), token);
            case 'h' -> number(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), token);
            case 'k' -> number(time.get(ChronoField.CLOCK_HOUR_OF_DAY), token);
            case 'm' -> number(time.getMinute(), token);
            case 's' -> number(time.getSecond(), token);
            case 'S' -> pad(time.get(ChronoField.MILLI_OF_SECOND), 3).substring(0, token.length());
            case 'A' -> time.getHour() < 12 ? "AM" : "PM";
            default -> time.getHour() < 12 ? "am" : "pm";
        };
    }

    private static String month(ZonedDateTime time, String token, Locale locale) {
        return switch (token) {
            case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, locale);
            case "MMM" -> time.getMonth().getDisplayName(TextStyle.SHORT, locale);
            default -> number(time.getMonthValue(), token);
        };
    }

    private static String weekday(ZonedDateTime time, String token, Locale locale) {
        int fromSunday = time.getDayOfWeek().getValue() % 7;
        return switch (token) {
            case "dddd" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
            case "ddd" -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
            case "dd" ->
                time.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale).substring(0, 2);
            case "E" -> Integer.toString(time.getDayOfWeek().getValue());
            default -> number(fromSunday, token);
        };
    }

    /** As many digits as the token has letters; a token ending in {@code o} is an ordinal. */
    private static String number(int number, String token) {
        return token.endsWith("o") ? number + ordinal(number) : pad(number, token.length() > 3 ? 1 : token.length());
    }

    private static String ordinal(int number) {
        if (number % 100 / 10 == 1) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String offset(ZonedDateTime time, String token) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String sign = minutes < 0 ? "-" : "+";
        String colon = token.equals("Z") ? ":" : "";
        return sign + pad(Math.abs(minutes) / 60, 2) + colon + pad(Math.abs(minutes) % 60, 2);
    }

    private static String pad(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
