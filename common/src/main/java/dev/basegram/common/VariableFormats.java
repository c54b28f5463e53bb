package dev.basegram.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Parsers of variables for {@link VariableProblems#check}: each throws {@link IllegalArgumentException} with the end of the
 * sentence «VARIABLE …», and quotes a value only where it cannot be a secret.
 */
public final class VariableFormats {
    private static final int MAX_PORT = 65_535;
    private static final Set<String> WEB = Set.of("http", "https");

    private VariableFormats() {}

    /** Reads a TCP port, 0 (any free one) to 65535. */
    public static Integer port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // said below, in the same words as a number out of range
        }
        throw new IllegalArgumentException("is not a port from 0 to 65535");
    }

    /** Reads the root of an HTTP service: http or https, a host, neither query nor fragment nor user. */
    public static URI webRoot(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("is not a URL");
        }
        if (uri.getScheme() == null || !WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("is not a URL that starts with http:// or https://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("is a URL without a valid host");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("is more than the root of a service (it has a user, a ? or a #)");
        }
        return uri;
    }

    /** Reads one of a few words. */
    public static String oneOf(String text, List<String> words) {
        if (!words.contains(text.strip())) {
            throw new IllegalArgumentException("is not one of " + String.join(", ", words));
        }
        return text.strip();
    }
}
