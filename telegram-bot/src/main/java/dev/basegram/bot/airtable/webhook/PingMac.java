package dev.basegram.bot.airtable.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a ping is Airtable's: HMAC-SHA256 of the raw body ({@code
 * airtable.com/developers/web/api/webhooks-overview#webhook-notification-delivery}).
 */
public final class PingMac {
    /** The header that carries the MAC. */
    public static final String HEADER = "X-Airtable-Content-MAC";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "hmac-sha256=";

    private PingMac() {}

    /**
     * Tells whether the header fits the body; takes the same time whatever is wrong.
     *
     * @param macSecret base64, as Airtable gave it
     * @param body as it came, before any reading
     * @param header null where there was none
     */
    public static boolean fits(String macSecret, byte[] body, @Nullable String header) {
        if (header == null) {
            return false;
        }
        byte[] expected = of(macSecret, body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the header's value for a body. */
    public static String of(String macSecret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(macSecret), ALGORITHM));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
