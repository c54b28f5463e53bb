package dev.basegram.common;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: those it was told, and whatever has the shape of a Telegram or Airtable token. Thread-safe.
 */
public final class Redactor {
    private static final String MASK = "***";
    /** Shorter ones would mask ordinary words. */
    private static final int SHORTEST = 6;

    // No word boundary before the digits: in a URL the token follows "/bot" at once.
    private static final Pattern TELEGRAM_TOKEN = Pattern.compile("(?<!\\d)\\d{5,}:[A-Za-z0-9_-]{20,}");
    private static final Pattern AIRTABLE_TOKEN = Pattern.compile("\\bpat[A-Za-z0-9]{8,}\\.[0-9a-f]{16,}\\b");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\bbearer\\s+)[^\\s\"',;]{6,}");
    private static final Pattern URL_PASSWORD = Pattern.compile("(\\b[a-z][a-z0-9+.-]*://[^\\s:/@]*:)[^\\s/]+(@)");

    private final List<String> secrets;

    private Redactor(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Returns a redactor that also knows these literal secrets; those shorter than 6 characters are passed over. */
    public static Redactor knowing(Collection<String> secrets) {
        // Longest first, so that a secret that contains another is masked whole.
        return new Redactor(secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Returns the text with every secret masked. */
    public String redact(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        if (clean.indexOf(':') >= 0) {
            clean = TELEGRAM_TOKEN.matcher(clean).replaceAll(MASK);
            clean = URL_PASSWORD.matcher(clean).replaceAll("$1" + MASK + "$2");
        }
        if (clean.contains("pat")) {
            clean = AIRTABLE_TOKEN.matcher(clean).replaceAll(MASK);
        }
        return BEARER.matcher(clean).replaceAll("$1" + MASK);
    }
}
