package dev.basegram.bot.chat.action;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Four characters that tell whether what a button was made for has changed since. They protect against surprise, not against
 * forgery.
 */
public record Fingerprint(String value) {
    private static final int RANGE = 36 * 36 * 36 * 36;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{4}");

    /** Checks the shape. */
    public Fingerprint {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a fingerprint");
        }
    }

    /** Returns the fingerprint of a text. */
    public static Fingerprint of(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        String digits = Long.toString(sum.getValue() % RANGE, 36);
        return new Fingerprint("0".repeat(4 - digits.length()) + digits);
    }
}
