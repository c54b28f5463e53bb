package dev.basegram.bot.ingress;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the id of an update that cannot be read, so that the poller can step over it. */
final class BrokenUpdate {
    // Telegram writes the id first.
    private static final Pattern ID = Pattern.compile("^\\s*\\{\\s*\"update_id\"\\s*:\\s*(\\d{1,18})\\s*[,}]");
    private static final int HEAD = 200;

    private BrokenUpdate() {}

    static OptionalLong id(byte[] raw) {
        Matcher head = ID.matcher(new String(raw, 0, Math.min(raw.length, HEAD), StandardCharsets.UTF_8));
        return head.find() ? OptionalLong.of(Long.parseLong(head.group(1))) : OptionalLong.empty();
    }
}
