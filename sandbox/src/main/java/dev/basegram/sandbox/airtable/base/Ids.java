package dev.basegram.sandbox.airtable.base;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes ids: a prefix of three letters and fourteen of {@code 0-9A-Za-z}. */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern RECORD = Pattern.compile("rec[0-9A-Za-z]{14}");

    private final RandomGenerator random;

    /** Draws from a source; a seeded one gives the same ids at every start. */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A new id, such as {@code recA1b2C3d4E5f6G7}. */
    public String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < 14; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** The id that a name always gets, so that data loaded again keeps its ids. */
    public static String named(String prefix, String name) {
        long seed = 1125899906842597L;
        for (int i = 0; i < name.length(); i++) {
            seed = 31 * seed + name.charAt(i);
        }
        return new Ids(new SplittableRandom(seed)).next(prefix);
    }

    /** Whether the text has the shape of a record id. */
    public static boolean isRecordId(String text) {
        return RECORD.matcher(text).matches();
    }
}
