package dev.basegram.sandbox.telegram.delivery;

import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import dev.basegram.sandbox.telegram.wire.UploadedFile;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a bot's updates are delivered.
 *
 * @param secretToken empty without one
 * @param maxConnections deliveries under way at once, 1 to 100
 * @param ipAddress the fixed address; empty to go by the host
 * @param certificate the PEM that was uploaded; empty without one
 */
record WebhookSettings(String url, String secretToken, int maxConnections, String ipAddress, String certificate) {
    private static final int DEFAULT_CONNECTIONS = 40;
    private static final int MAX_CERTIFICATE_BYTES = 3 << 20;
    private static final Set<Integer> PORTS = Set.of(80, 88, 443, 8443);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");
    private static final Pattern PRIVATE_ADDRESS =
            Pattern.compile("(10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*|0\\..*)");

    /** Reads the parameters of {@code setWebhook}, which the URL is not empty in. */
    static WebhookSettings of(Params params) {
        String secret = params.text("secret_token");
        if (secret.length() > 256) {
            throw Refusal.badRequest("secret token is too long");
        }
        if (!SECRET.matcher(secret).matches()) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        String url = params.text("url");
        checkUrl(url);
        return new WebhookSettings(
                url,
                secret,
                params.integer("max_connections", DEFAULT_CONNECTIONS, 1, 100),
                params.text("ip_address"),
                certificate(params.file("certificate")));
    }

    /** Returns settings that were not checked, for whoever runs the sandbox. */
    static WebhookSettings unchecked(String url, @Nullable String secretToken) {
        return new WebhookSettings(url, secretToken == null ? "" : secretToken, DEFAULT_CONNECTIONS, "", "");
    }

    URI uri() {
        return URI.create(url.contains("://") ? url : "https://" + url);
    }

    /** Returns the address that {@code getWebhookInfo} shows; null when it would need a look-up. */
    @Nullable
    String shownAddress() {
        if (!ipAddress.isEmpty()) {
            return ipAddress;
        }
        String host = uri().getHost();
        return host != null && isLoopback(host) ? "127.0.0.1" : null;
    }

    private static void checkUrl(String url) {
        URI uri;
        try {
            uri = URI.create(url.contains("://") ? url : "https://" + url);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("invalid webhook URL specified");
        }
        String host = uri.getHost();
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (host == null || !Set.of("http", "https").contains(scheme)) {
            throw Refusal.badRequest("invalid webhook URL specified");
        }
        // A loopback host is let in by http and on any port, since the sandbox serves bots on this machine.
        if (isLoopback(host)) {
            return;
        }
        if (!scheme.equals("https")) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (uri.getPort() >= 0 && !PORTS.contains(uri.getPort())) {
            throw Refusal.badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        if (PRIVATE_ADDRESS.matcher(host).matches()) {
            throw Refusal.badRequest("bad webhook: IP address " + host + " is reserved");
        }
        if (host.startsWith("[")) {
            throw Refusal.badRequest("bad webhook: IPv6-only addresses are not allowed");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static String certificate(@Nullable UploadedFile file) {
        if (file == null) {
            return "";
        }
        if (file.content().length() > MAX_CERTIFICATE_BYTES) {
            throw Refusal.badRequest("certificate size is too big");
        }
        return file.content().toString();
    }
}
