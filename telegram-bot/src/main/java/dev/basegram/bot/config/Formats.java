package dev.basegram.bot.config;

import dev.basegram.common.VariableFormats;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The shapes of the bot's variables: each parser throws {@link IllegalArgumentException} with the end of the sentence
 * «VARIABLE …», which never quotes a secret.
 */
final class Formats {
    private static final Pattern BOT_TOKEN = Pattern.compile("\\d{1,18}:[A-Za-z0-9_-]{10,}");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern BASE_ID = Pattern.compile("app[A-Za-z0-9]{14}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Formats() {}

    static String botToken(String text) {
        return shaped(text, BOT_TOKEN, "is not of the shape digits:letters");
    }

    static String airtableToken(String text) {
        return shaped(text, PRINTABLE, "holds a blank or a character that no token has");
    }

    static String baseId(String text) {
        return shaped(text, BASE_ID, "is not «app» and 14 letters or digits");
    }

    private static String shaped(String text, Pattern pattern, String wrong) {
        if (!pattern.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException(wrong);
        }
        return text.strip();
    }

    static URI webhookRoot(String text) {
        URI root = withoutSlash(VariableFormats.webRoot(text));
        if ("http".equalsIgnoreCase(root.getScheme()) && !LOOPBACK.contains(root.getHost())) {
            throw new IllegalArgumentException(
                    "is not https, which Telegram asks for (http is for a loopback host only)");
        }
        return root;
    }

    static URI withoutSlash(URI root) {
        return URI.create(root.toString().replaceFirst("/+$", ""));
    }

    static Set<Long> ids(String text) {
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .map(Long::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("is not a list of Telegram user ids separated by commas");
        }
    }

    static Long calls(String text) {
        try {
            long calls = Long.parseLong(text.strip());
            if (calls >= 0) {
                return calls;
            }
        } catch (NumberFormatException _) {
            // said below, in the same words as a negative number
        }
        throw new IllegalArgumentException("is not a whole number of 0 or more");
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("is not a time zone");
        }
    }

    static String language(String text) {
        try {
            String tag =
                    new Locale.Builder().setLanguageTag(text.strip()).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException _) {
            // said below, in the same words as a tag that says nothing
        }
        throw new IllegalArgumentException("is not a language tag");
    }

    static String country(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new IllegalArgumentException("is not the two letters of a country");
        }
        return code;
    }
}
