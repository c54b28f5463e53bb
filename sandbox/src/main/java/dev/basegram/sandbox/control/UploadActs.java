package dev.basegram.sandbox.control;

import dev.basegram.sandbox.telegram.PersonAct;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns files of a request into uploads.
 *
 * @param replyTo the message replied to, or null
 * @param topic the topic of a forum, or null
 */
record UploadActs(
        long chat,
        long from,
        @Nullable Integer replyTo,
        @Nullable Integer topic) {
    private static final int ALBUM_LIMIT = 10;

    /** Returns the upload of a file on its own. */
    PersonAct single(SendRequest.FilePart part) {
        return upload(part, null);
    }

    /** Returns the uploads of an album; of one file, that file on its own. */
    List<PersonAct> album(List<SendRequest.FilePart> parts) {
        if (parts.isEmpty() || parts.size() > ALBUM_LIMIT) {
            throw Refusal.badRequest("\"files\" has " + parts.size() + " files: use 1 to " + ALBUM_LIMIT);
        }
        String album = parts.size() == 1 ? null : UUID.randomUUID().toString();
        return parts.stream().map(part -> upload(part, album)).toList();
    }

    private PersonAct upload(SendRequest.FilePart part, @Nullable String album) {
        if (part.content() == null && part.size() == null) {
            throw Refusal.badRequest("\"file.content\" is missing: give the bytes in Base64, or a \"size\" to claim");
        }
        String kind = part.kind() == null ? kindOf(part) : part.kind();
        return new PersonAct.Upload(
                chat,
                from,
                kind,
                part.name(),
                part.type(),
                bytes(part.content()),
                part.size(),
                part.caption(),
                album,
                replyTo,
                topic);
    }

    private static Buffer bytes(@Nullable String base64) {
        if (base64 == null) {
            return Buffer.buffer();
        }
        try {
            return Buffer.buffer(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("\"file.content\" is not Base64: " + e.getMessage());
        }
    }

    /** What Telegram's own apps send a picked file as. */
    private static String kindOf(SendRequest.FilePart part) {
        String type = part.type() == null ? "" : part.type().toLowerCase(Locale.ROOT);
        String name = part.name() == null ? "" : part.name().toLowerCase(Locale.ROOT);
        if (type.equals("image/gif") || name.endsWith(".gif")) {
            return "animation";
        }
        if (type.matches("image/(jpeg|png|webp)") || (type.isEmpty() && name.matches(".*\\.(jpe?g|png|webp)"))) {
            return "photo";
        }
        if (type.equals("audio/ogg") || name.endsWith(".ogg") || name.endsWith(".oga")) {
            return "voice";
        }
        if (type.startsWith("audio/")) {
            return "audio";
        }
        return type.equals("video/mp4") || name.endsWith(".mp4") ? "video" : "document";
    }
}
