package dev.basegram.bot.chat.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nearest coloured dot for the colour an option has in the base. */
public final class SelectDot {
    private record Dot(String color, String emoji) {}

    private static final List<Dot> DOTS = List.of(
            new Dot("green", "🟢 "),
            new Dot("teal", "🟢 "),
            new Dot("blue", "🔵 "),
            new Dot("cyan", "🔵 "),
            new Dot("yellow", "🟡 "),
            new Dot("orange", "🟠 "),
            new Dot("red", "🔴 "),
            new Dot("pink", "🔴 "),
            new Dot("purple", "🟣 "),
            new Dot("gray", "⚪️ "));

    private SelectDot() {}

    /** Returns the dot and a space; empty for an option without a colour. */
    public static String of(@Nullable String color) {
        if (color == null) {
            return "";
        }
        return DOTS.stream()
                .filter(dot -> color.startsWith(dot.color()))
                .map(Dot::emoji)
                .findFirst()
                .orElse("");
    }
}
