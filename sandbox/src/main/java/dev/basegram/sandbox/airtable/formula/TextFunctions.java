package dev.basegram.sandbox.airtable.formula;

import static dev.basegram.sandbox.airtable.formula.Function.ANY;
import static dev.basegram.sandbox.airtable.formula.Function.eager;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Functions about text; a number or a date given as text is taken as {@code &} would write it. */
final class TextFunctions {
    /** Airtable's longest text, in characters; REPT and SUBSTITUTE stop there. */
    private static final int MAX_LENGTH = 100_000;

    static final List<Function> ALL = List.of(
            eager(
                    "CONCATENATE",
                    1,
                    ANY,
                    arguments -> Value.text(arguments.all().map(Coercion::text).collect(Collectors.joining()))),
            eager("LOWER", 1, 1, arguments -> Value.text(arguments.text(0).toLowerCase(Locale.ROOT))),
            eager("UPPER", 1, 1, arguments -> Value.text(arguments.text(0).toUpperCase(Locale.ROOT))),
            eager("TRIM", 1, 1, arguments -> Value.text(arguments.text(0).strip())),
            eager("LEN", 1, 1, arguments -> Value.number(arguments.text(0).length())),
            eager(
                    "T",
                    1,
                    1,
                    arguments -> Coercion.single(arguments.value(0)) instanceof Value.Text text ? text : Value.BLANK),
            eager("LEFT", 1, 2, arguments -> slice(arguments.text(0), 0, arguments.whole(1, 1))),
            eager("RIGHT", 1, 2, TextFunctions::right),
            eager("MID", 3, 3, arguments -> slice(arguments.text(0), arguments.whole(1, 1) - 1, arguments.whole(2, 0))),
            eager("FIND", 2, 3, arguments -> Value.number(position(arguments))),
            eager(
                    "SEARCH",
                    2,
                    3,
                    arguments -> position(arguments) == 0 ? Value.BLANK : Value.number(position(arguments))),
            eager("SUBSTITUTE", 3, 4, TextFunctions::substitute),
            eager("REPLACE", 4, 4, TextFunctions::replace),
            eager("REPT", 2, 2, TextFunctions::repeat),
            eager("EXACT", 2, 2, arguments -> Value.truth(arguments.text(0).equals(arguments.text(1)))),
            eager("ENCODE_URL_COMPONENT", 1, 1, arguments -> Value.text(encoded(arguments.text(0)))),
            eager("REGEX_MATCH", 2, 2, TextFunctions::regexMatch),
            eager("REGEX_EXTRACT", 2, 2, TextFunctions::regexExtract),
            eager("REGEX_REPLACE", 3, 3, TextFunctions::regexReplace));

    private TextFunctions() {}

    private static Value slice(String text, int from, int count) {
        int start = Math.clamp(from, 0, text.length());
        return Value.text(text.substring(start, Math.clamp((long) start + count, start, text.length())));
    }

    private static Value right(Arguments arguments) {
        String text = arguments.text(0);
        int count = Math.clamp(arguments.whole(1, 1), 0, text.length());
        return Value.text(text.substring(text.length() - count));
    }

    /** From 1; 0 when absent. */
    private static int position(Arguments arguments) {
        return arguments.text(1).indexOf(arguments.text(0), arguments.whole(2, 0)) + 1;
    }

    private static Value substitute(Arguments arguments) {
        String text = arguments.text(0);
        String old = arguments.text(1);
        String replacement = arguments.text(2);
        if (old.isEmpty()) {
            return Value.text(text);
        }
        if (!arguments.has(3)) {
            return capped(text.replace(old, replacement));
        }
        int at = -old.length();
        for (int occurrence = arguments.whole(3, 1); occurrence > 0; occurrence--) {
            at = text.indexOf(old, at + old.length());
            if (at < 0) {
                return Value.text(text);
            }
        }
        return at < 0
                ? Value.text(text)
                : Value.text(text.substring(0, at) + replacement + text.substring(at + old.length()));
    }

    private static Value replace(Arguments arguments) {
        String text = arguments.text(0);
        int start = Math.clamp(arguments.whole(1, 1) - 1L, 0, text.length());
        int end = Math.clamp((long) start + arguments.whole(2, 0), start, text.length());
        return Value.text(text.substring(0, start) + arguments.text(3) + text.substring(end));
    }

    private static Value repeat(Arguments arguments) {
        String text = arguments.text(0);
        int times = Math.max(0, arguments.whole(1, 0));
        return (long) text.length() * times > MAX_LENGTH ? Value.ERROR : Value.text(text.repeat(times));
    }

    private static Value capped(String text) {
        return text.length() > MAX_LENGTH ? Value.ERROR : Value.text(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    private static Value regexMatch(Arguments arguments) {
        try {
            return Value.truth(Pattern.compile(arguments.text(1))
                    .matcher(arguments.text(0))
                    .find());
        } catch (PatternSyntaxException bad) {
            return Value.ERROR;
        }
    }

    private static Value regexExtract(Arguments arguments) {
        try {
            Matcher matcher = Pattern.compile(arguments.text(1)).matcher(arguments.text(0));
            if (!matcher.find()) {
                return Value.ERROR;
            }
            String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
            return found == null ? Value.BLANK : Value.text(found);
        } catch (PatternSyntaxException bad) {
            return Value.ERROR;
        }
    }

    private static Value regexReplace(Arguments arguments) {
        try {
            return capped(Pattern.compile(arguments.text(1))
                    .matcher(arguments.text(0))
                    .replaceAll(arguments.text(2)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException bad) {
            return Value.ERROR;
        }
    }
}
