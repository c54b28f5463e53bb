package dev.basegram.bot.chat.text;

import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A translated text: {@code {0}} stands for an argument, {@code {0:record|records}} for the plural form its count takes, and
 * {@code <b> <i> <code>} for looks. What is inserted is never read as markup.
 */
final class MessageTemplate {
    private static final Pattern TOKEN = Pattern.compile(
            "\\{(?<arg>\\d)(?::(?<forms>[^}]*))?}|<(?<tag>b|i|code)>(?<styled>.*?)</\\k<tag>>", Pattern.DOTALL);

    private sealed interface Part {
        record Fixed(String text) implements Part {}

        record Argument(int index) implements Part {}

        record Plural(int index, List<String> forms) implements Part {}

        record Styled(Html.Style style, List<Part> inner) implements Part {}
    }

    private final List<Part> parts;

    private MessageTemplate(List<Part> parts) {
        this.parts = parts;
    }

    static MessageTemplate parse(String text) {
        return new MessageTemplate(parts(text));
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            fixed(text.substring(at, token.start()), parts);
            parts.add(part(token));
            at = token.end();
        }
        fixed(text.substring(at), parts);
        return List.copyOf(parts);
    }

    private static void fixed(String text, List<Part> parts) {
        if (text.isEmpty()) {
            return;
        }
        if (text.contains("{") || text.contains("}") || text.contains("<")) {
            throw new IllegalArgumentException("stray brace or tag in «" + text + "»");
        }
        parts.add(new Part.Fixed(text));
    }

    private static Part part(Matcher token) {
        String argument = token.group("arg");
        if (argument == null) {
            return new Part.Styled(style(token.group("tag")), parts(token.group("styled")));
        }
        int index = Integer.parseInt(argument);
        String forms = token.group("forms");
        return forms == null ? new Part.Argument(index) : new Part.Plural(index, List.of(forms.split("\\|", -1)));
    }

    private static Html.Style style(String tag) {
        return switch (tag) {
            case "b" -> Html.Style.BOLD;
            case "i" -> Html.Style.ITALIC;
            default -> Html.Style.CODE;
        };
    }

    /** Writes the text out; a plural's argument must be a whole number. */
    Html fill(Speech speech, @Nullable Object... arguments) {
        Html text = Html.EMPTY;
        for (Part part : parts) {
            text = text.plus(fill(part, speech, arguments));
        }
        return text;
    }

    private static Html fill(Part part, Speech speech, @Nullable Object[] arguments) {
        return switch (part) {
            case Part.Fixed fixed -> Html.of(fixed.text());
            case Part.Argument argument -> speech.inserted(arguments[argument.index()]);
            case Part.Plural plural -> {
                Object count = arguments[plural.index()];
                if (!(count instanceof Number number)) {
                    throw new IllegalArgumentException("a plural needs a number, not " + count);
                }
                yield Html.of(plural.forms().get(speech.language().pluralForm(number.longValue())));
            }
            case Part.Styled styled -> {
                Html inner = Html.EMPTY;
                for (Part each : styled.inner()) {
                    inner = inner.plus(fill(each, speech, arguments));
                }
                yield inner.styled(styled.style());
            }
        };
    }

    /** Returns the arguments that appear, for the test that compares languages. */
    Set<Integer> arguments() {
        Set<Integer> found = new TreeSet<>();
        collect(parts, found);
        return found;
    }

    private static void collect(List<Part> parts, Set<Integer> found) {
        for (Part part : parts) {
            switch (part) {
                case Part.Fixed _ -> {}
                case Part.Argument argument -> found.add(argument.index());
                case Part.Plural plural -> found.add(plural.index());
                case Part.Styled styled -> collect(styled.inner(), found);
            }
        }
    }

    /** Returns the numbers of plural forms that appear, for the test that compares them with the language. */
    Set<Integer> pluralForms() {
        Set<Integer> found = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Plural plural) {
                found.add(plural.forms().size());
            }
        }
        return found;
    }
}
