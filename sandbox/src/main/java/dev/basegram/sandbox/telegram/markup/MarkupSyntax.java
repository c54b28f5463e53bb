package dev.basegram.sandbox.telegram.markup;

import dev.basegram.sandbox.telegram.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parse modes share: their refusals, links and mentions by link. */
final class MarkupSyntax {
    private static final Pattern USER_LINK = Pattern.compile("tg:(?://)?user\\?id=(\\d{1,16})");
    private static final Pattern EMOJI_LINK = Pattern.compile("tg:(?://)?emoji\\?id=(\\d{1,20})");
    private static final Pattern WEB_LINK =
            Pattern.compile("(?i)(?:(?:https?|ftp|tg|ton|tonsite)://[^\\s]+|[^\\s:/]+\\.[a-z]{2,}(?:[/:?#][^\\s]*)?)");

    private MarkupSyntax() {}

    static Refusal refusal(String what) {
        return Refusal.badRequest("can't parse entities: " + what);
    }

    /** Returns how many bytes of UTF-8 stand before an index, as the real texts count. */
    static int byteOffset(String text, int index) {
        return text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the entity of a link: a mention by id, a link, or null when the URL is none, which leaves plain text. */
    static @Nullable Entity link(String url, int offset, int length) {
        Matcher user = USER_LINK.matcher(url);
        if (user.matches()) {
            return new Entity("text_mention", offset, length, user.group(1));
        }
        return checkedUrl(url)
                .map(checked -> new Entity("text_link", offset, length, checked))
                .orElse(null);
    }

    static Optional<String> customEmojiId(String url) {
        Matcher emoji = EMOJI_LINK.matcher(url);
        return emoji.matches() ? Optional.of(emoji.group(1)) : Optional.empty();
    }

    /** Returns a URL as the server keeps it: with a scheme, and a slash after a bare host. */
    static Optional<String> checkedUrl(String url) {
        String trimmed = url.strip();
        if (!WEB_LINK.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        String absolute = trimmed.contains("://") ? trimmed : "http://" + trimmed;
        int hostStart = absolute.indexOf("://") + 3;
        boolean bareHost = absolute.startsWith("http") && indexOfAny(absolute, hostStart) < 0;
        return Optional.of(bareHost ? absolute + "/" : absolute);
    }

    private static int indexOfAny(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if ("/?#".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
