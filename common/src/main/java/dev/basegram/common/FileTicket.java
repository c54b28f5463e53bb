package dev.basegram.common;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The right to fetch one file that a person sent, for a while: the last segment of a link on webhook-server. Telegram's own links hold
 * the bot's token, so Airtable is given one of these instead. All of it is signed, and nothing of it is stored.
 *
 * @param fileId Telegram's id of the file, of no use without the bot's token
 * @param name what the file is to be called
 * @param mimeType its type as the sender's app says: to be shown to nobody as a page
 * @param expires from then on the ticket is worthless; whole seconds
 */
public record FileTicket(String fileId, String name, String mimeType, Instant expires) {
    private static final Pattern FILE_ID = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final int LONGEST = 2_048;
    private static final int PARTS = 4;

    /** Tells whether Telegram's id is one that fits into a ticket and into a path. */
    public static boolean fits(String fileId) {
        return FILE_ID.matcher(fileId).matches();
    }

    /** Returns the ticket as it stands in a link: {@code A-Za-z0-9_-} and one dot. */
    public String write(SharedSecret secret) {
        String text =
                String.join("\n", Long.toString(expires.getEpochSecond()), fileId, oneLine(mimeType), oneLine(name));
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return payload + "." + secret.seal(DerivedKey.FILES, payload);
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    /** Reads a ticket; empty for one that is not ours, was changed, or has expired by now. Never throws. */
    public static Optional<FileTicket> read(SharedSecret secret, String ticket, Instant now) {
        int dot = ticket.indexOf('.');
        if (dot < 0 || ticket.length() > LONGEST) {
            return Optional.empty();
        }
        String payload = ticket.substring(0, dot);
        // Nothing of the payload is looked at before its seal.
        return secret.isSealed(DerivedKey.FILES, payload, ticket.substring(dot + 1))
                ? open(payload).filter(opened -> now.isBefore(opened.expires))
                : Optional.empty();
    }

    private static Optional<FileTicket> open(String payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(payload)))
                    .toString();
            String[] parts = text.split("\n", -1);
            return parts.length == PARTS && fits(parts[1])
                    ? Optional.of(new FileTicket(
                            parts[1], parts[3], parts[2], Instant.ofEpochSecond(Long.parseLong(parts[0]))))
                    : Optional.empty();
        } catch (CharacterCodingException | RuntimeException _) {
            return Optional.empty(); // sealed by us, but by a release that wrote it otherwise
        }
    }

    /** Leaves out what the file is called: a name can be personal. */
    @Override
    public String toString() {
        return "FileTicket[" + mimeType + ", until " + expires + "]";
    }
}
