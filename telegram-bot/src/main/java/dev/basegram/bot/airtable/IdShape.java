package dev.basegram.bot.airtable;

/** The shape all ids of Airtable share: three letters that name the kind, then base62 characters. */
final class IdShape {
    private static final int LONGEST = 64;

    private IdShape() {}

    static void check(String prefix, String value) {
        if (!fits(prefix, value)) {
            throw new IllegalArgumentException("An id of this kind is '" + prefix
                    + "' followed by letters and digits, as in " + prefix + "A1b2C3d4E5f6G7, but this one has "
                    + value.length() + " characters and does not look like it");
        }
    }

    static boolean fits(String prefix, String value) {
        if (value.length() <= prefix.length() || value.length() > LONGEST || !value.startsWith(prefix)) {
            return false;
        }
        for (int i = prefix.length(); i < value.length(); i++) {
            char c = value.charAt(i);
            boolean base62 = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!base62) {
                return false;
            }
        }
        return true;
    }
}
