package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.base.AttachmentUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links to attachments that work for two hours and cannot be made up. */
final class AttachmentLinks {
    /** Where files are served, away from {@code /v0}, since no token is asked for. */
    static final String PATH = "/airtableusercontent/";

    private static final Duration LIFE = Duration.ofHours(2);

    private final Clock clock;
    private final byte[] secret;
    private volatile String latestRoot = "";

    AttachmentLinks(Clock clock, byte[] secret) {
        this.clock = clock;
        this.secret = secret.clone();
    }

    /** Links under the address by which a client reached the sandbox. */
    AttachmentUrls from(String root) {
        latestRoot = root;
        return (id, filename) -> link(root, id, filename);
    }

    /** Links for those who did not ask over HTTP, such as webhooks: under the address that was called last. */
    AttachmentUrls latest() {
        return (id, filename) -> link(latestRoot, id, filename);
    }

    /** Links without scheme and host, for the sandbox's own page. */
    AttachmentUrls relative() {
        return (id, filename) -> link("", id, filename);
    }

    private String link(String root, String id, String filename) {
        long expires = clock.instant().plus(LIFE).toEpochMilli();
        String name = URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
        return root + PATH + expires + "/" + signature(id, expires) + "/" + id + "/" + name;
    }

    /** Whether a link is one of ours and still works. */
    boolean valid(String id, String expires, String signature) {
        if (!expires.matches("\\d{1,15}")) {
            return false;
        }
        long until = Long.parseLong(expires);
        return until >= clock.millis() && signature(id, until).equals(signature);
    }

    private String signature(String id, long expires) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] digest = mac.doFinal((id + ":" + expires).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", impossible);
        }
    }
}
