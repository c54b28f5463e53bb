package dev.basegram.bot.access.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret that travels in a deep link (core.telegram.org/bots/features#deep-linking) and is kept only as a hash.
 *
 * @param text 22 characters of {@code A-Za-z0-9_-}: 128 bits
 */
public record Token(String text) {
    private static final int BYTES = 16;

    /** Returns a new one that nobody can guess. */
    public static Token random() {
        byte[] bits = new byte[BYTES];
        // Not a constant: a native image would carry the seed of the day it was built.
        new SecureRandom().nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Returns what is stored in its place; 128 random bits need no salt. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
