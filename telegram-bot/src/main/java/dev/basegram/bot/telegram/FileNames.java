package dev.basegram.bot.telegram;

import org.jspecify.annotations.Nullable;

/** Names of files as they may be shown and stored: the sender's app sends whatever it likes. */
public final class FileNames {
    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 12;

    private FileNames() {}

    /** Returns a name without folders, invisible characters and anything that turns the reading order round; cut in its middle. */
    public static String clean(@Nullable String name, String otherwise) {
        String raw = name == null ? "" : name;
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        String visible = last.codePoints()
                .filter(FileNames::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        String clean = visible.replaceAll("^\\.+", "").strip();
        return clean.isEmpty() ? otherwise : cut(clean);
    }

    /** Control characters, halves of a pair, and format characters such as U+202E, which makes «gpj.exe» read «exe.jpg». */
    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        boolean joins = codePoint == 0x200C || codePoint == 0x200D; // Persian, Indic scripts and emoji need them
        return joins
                || !(type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR);
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        return name.substring(0, TextCuts.wholeCharacter(name, LONGEST - extension.length())) + extension;
    }
}
