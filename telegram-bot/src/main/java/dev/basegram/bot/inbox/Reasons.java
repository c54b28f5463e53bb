package dev.basegram.bot.inbox;

/** Makes a handler's reason fit to be stored and shown: one line, not endless, and without what PostgreSQL refuses (U+0000). */
final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    static String clean(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
