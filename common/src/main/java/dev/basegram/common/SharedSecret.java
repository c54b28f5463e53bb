package dev.basegram.common;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of an installation, {@code BASEGRAM_SECRET}, and the keys derived from it.
 *
 * <p>A comma-separated list rotates without a gap: the first value signs, every value verifies. Thread-safe.
 */
public final class SharedSecret {
    /** The fewest characters one value may have. */
    public static final int MIN_LENGTH = 16;

    private final List<String> values;
    private final Map<DerivedKey, List<byte[]>> keys = new EnumMap<>(DerivedKey.class);

    private SharedSecret(List<String> values) {
        this.values = values;
        for (DerivedKey purpose : DerivedKey.values()) {
            keys.put(
                    purpose,
                    values.stream()
                            .map(value -> derive(value, purpose).getBytes(StandardCharsets.US_ASCII))
                            .toList());
        }
    }

    /**
     * Reads the variable's value. Space around a comma, and at either end, belongs to no value: files and forms add it.
     *
     * @throws IllegalArgumentException when there is no value, or one is shorter than {@link #MIN_LENGTH} characters; the
     *     message never holds the value
     */
    public static SharedSecret parse(String variable) {
        List<String> values = Arrays.stream(variable.split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        for (String value : values) {
            if (value.codePointCount(0, value.length()) < MIN_LENGTH) {
                throw new IllegalArgumentException(
                        "has a value shorter than " + MIN_LENGTH + " characters (a comma separates values)");
            }
        }
        return new SharedSecret(values);
    }

    /** Returns the key that signs for this purpose: hex of HMAC-SHA256, 64 characters of {@code [0-9a-f]}. */
    public String sign(DerivedKey purpose) {
        return new String(keysFor(purpose).getFirst(), StandardCharsets.US_ASCII);
    }

    /**
     * Tells whether a presented key is one of ours for this purpose, in time that does not depend on how much of it is right.
     *
     * @param presented what the caller sent; null counts as wrong
     */
    public boolean verify(DerivedKey purpose, @Nullable String presented) {
        if (presented == null) {
            return false;
        }
        byte[] given = presented.getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (byte[] key : keysFor(purpose)) {
            matches |= MessageDigest.isEqual(key, given);
        }
        return matches;
    }

    /** Returns a seal of this text: hex of HMAC-SHA256 with the key that signs for this purpose. */
    public String seal(DerivedKey purpose, String text) {
        return hmac(keysFor(purpose).getFirst(), text);
    }

    /** Tells whether one of our keys for this purpose made the seal, in time that does not depend on how much of it is right. */
    public boolean isSealed(DerivedKey purpose, String text, String seal) {
        byte[] given = seal.getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (byte[] key : keysFor(purpose)) {
            matches |= MessageDigest.isEqual(hmac(key, text).getBytes(StandardCharsets.US_ASCII), given);
        }
        return matches;
    }

    private List<byte[]> keysFor(DerivedKey purpose) {
        return Objects.requireNonNull(keys.get(purpose));
    }

    /** Returns every value and every key derived from one, for redaction. */
    public List<String> everythingSecret() {
        return values.stream()
                .flatMap(value -> Stream.concat(
                        Stream.of(value), Arrays.stream(DerivedKey.values()).map(purpose -> derive(value, purpose))))
                .toList();
    }

    private static String derive(String value, DerivedKey purpose) {
        return hmac(value.getBytes(StandardCharsets.UTF_8), purpose.message());
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    /** Shows how many values there are, never a value. */
    @Override
    public String toString() {
        return "SharedSecret[" + values.size() + " value(s)]";
    }
}
