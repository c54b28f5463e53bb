package dev.basegram.common;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for a lane in logs and traces: the same lane has the same mark everywhere, and without the key nobody can tell whose it
 * is. A plain hash would not do: ids are numbers that can be tried out. Thread-safe.
 */
public final class LaneMark {
    private static final int SHOWN_BYTES = 4;

    private final SecretKeySpec key;

    private LaneMark(SecretKeySpec key) {
        this.key = key;
    }

    /** Returns marks under a secret that both services share, or that this one alone has. */
    public static LaneMark keyedBy(String secret) {
        return new LaneMark(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** Returns the mark of an update's lane: eight hexadecimal digits. */
    public String of(UpdateHead head) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(head.lane().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
