package dev.basegram.sandbox.telegram.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the path of a call says.
 *
 * @param test whether it is for the test servers, where a bot is another one
 * @param method the method, or the path of a file
 */
record CallPath(String token, boolean test, String method) {
    private static final Pattern TOKEN = Pattern.compile("[1-9]\\d{0,15}:[A-Za-z0-9_-]{1,64}");
    private static final String TEST = "test/";

    /** Reads a path; empty when it names no method. */
    static Optional<CallPath> of(String path, String prefix) {
        int slash = path.indexOf('/', prefix.length());
        if (slash < 0) {
            return Optional.empty();
        }
        String token = URLDecoder.decode(path.substring(prefix.length(), slash), StandardCharsets.UTF_8);
        String rest = path.substring(slash + 1);
        boolean test = rest.startsWith(TEST);
        String method = test ? rest.substring(TEST.length()) : rest;
        boolean file = prefix.startsWith("/file");
        return method.isEmpty() || (!file && method.contains("/"))
                ? Optional.empty()
                : Optional.of(new CallPath(token, test, method));
    }

    boolean hasValidToken() {
        return TOKEN.matcher(token).matches();
    }

    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }
}
