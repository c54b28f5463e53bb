package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what a message is. */
final class MessageReader {
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

    private final String botName;

    MessageReader(String botName) {
        this.botName = botName;
    }

    PersonInput read(Message message) {
        if (message.text() != null) {
            return text(message.text());
        }
        if (message.contact() != null) {
            Long owner = message.contact().userId();
            String phone = message.contact().phoneNumber();
            boolean own = owner != null && owner.equals(message.from().id());
            return new PersonInput.Contact(phone == null ? "" : phone, own);
        }
        if (message.migrateToChatId() != null) {
            return new PersonInput.ChatMigrated(message.migrateToChatId());
        }
        SentFile file = file(message);
        if (file != null) {
            return new PersonInput.File(file, message.mediaGroupId(), message.caption());
        }
        return other(message);
    }

    private PersonInput text(String text) {
        Matcher command = COMMAND.matcher(text);
        if (!command.matches()) {
            return new PersonInput.Text(text);
        }
        String addressee = command.group(2);
        if (addressee != null && !addressee.toLowerCase(Locale.ROOT).equals(botName)) {
            return new PersonInput.Other(PersonInput.Other.FOR_ANOTHER_BOT);
        }
        String arguments = command.group(3);
        return new PersonInput.Command(
                command.group(1).toLowerCase(Locale.ROOT), arguments == null ? "" : arguments.strip());
    }

    private static @Nullable SentFile file(Message message) {
        if (message.photo() != null && message.photo().length > 0) {
            PhotoSize largest = Arrays.stream(message.photo())
                    .max(Comparator.comparingLong(size -> size.fileSize() == null ? 0 : size.fileSize()))
                    .orElseThrow();
            return new SentFile(
                    largest.fileId(), "photo-" + message.messageId() + ".jpg", "image/jpeg", largest.fileSize());
        }
        if (message.document() != null) {
            var it = message.document();
            return named(
                    it.fileId(),
                    it.fileName(),
                    "file-" + message.messageId(),
                    it.mimeType(),
                    "application/octet-stream",
                    it.fileSize());
        }
        if (message.video() != null) {
            var it = message.video();
            return named(
                    it.fileId(),
                    it.fileName(),
                    "video-" + message.messageId() + ".mp4",
                    it.mimeType(),
                    "video/mp4",
                    it.fileSize());
        }
        if (message.audio() != null) {
            var it = message.audio();
            return named(
                    it.fileId(),
                    it.fileName(),
                    "audio-" + message.messageId() + ".mp3",
                    it.mimeType(),
                    "audio/mpeg",
                    it.fileSize());
        }
        if (message.voice() != null) {
            var it = message.voice();
            return named(
                    it.fileId(),
                    null,
                    "voice-" + message.messageId() + ".ogg",
                    it.mimeType(),
                    "audio/ogg",
                    it.fileSize());
        }
        if (message.videoNote() != null) {
            var it = message.videoNote();
            return named(it.fileId(), null, "video-" + message.messageId() + ".mp4", null, "video/mp4", it.fileSize());
        }
        return null;
    }

    private static SentFile named(
            String fileId,
            @Nullable String name,
            String otherName,
            @Nullable String type,
            String otherType,
            @Nullable Number size) {
        return new SentFile(
                fileId,
                FileNames.clean(name, otherName),
                type == null || type.isBlank() ? otherType : type,
                size == null ? null : size.longValue());
    }

    private static PersonInput other(Message message) {
        if (message.sticker() != null) {
            return new PersonInput.OtherMessage("sticker");
        }
        if (message.location() != null || message.venue() != null) {
            return new PersonInput.OtherMessage("location");
        }
        if (message.poll() != null) {
            return new PersonInput.OtherMessage("poll");
        }
        if (message.dice() != null || message.game() != null || message.story() != null) {
            return new PersonInput.OtherMessage("other");
        }
        return new PersonInput.Other("service_message");
    }
}
