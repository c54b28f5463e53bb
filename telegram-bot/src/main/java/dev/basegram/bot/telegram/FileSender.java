package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import com.pengrad.telegrambot.response.MessagesResponse;
import com.pengrad.telegrambot.response.SendResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends files, as albums where it can and by Telegram's own id where it has one. Blocks its thread, which should be a virtual one.
 * Thread-safe.
 */
public class FileSender {
    private final BotApi api;
    private final ChatPace pace;
    private final Upload uploads = new Upload();

    FileSender(BotApi api, ChatPace pace) {
        this.api = api;
        this.pace = pace;
    }

    /**
     * Sends files in as few messages as Telegram allows. Of what it does not take, the others are sent all the same.
     *
     * @param caption stands under the first; cut to what Telegram takes
     */
    public TelegramResult<SentFiles> send(ChatAddress to, List<OutgoingFile> files, Html caption)
            throws InterruptedException {
        Sending sending = new Sending(to);
        Html words = caption;
        for (List<OutgoingFile> album : Albums.of(files)) {
            TelegramResult<Boolean> sent = sending.album(album, words);
            if (sent instanceof TelegramResult.Failure<Boolean>(TelegramFailure reason)) {
                return new TelegramResult.Failure<>(reason);
            }
            words = Html.EMPTY;
        }
        return new TelegramResult.Success<>(new SentFiles(sending.ids, sending.refused));
    }

    /** One run through the files of one call. */
    private final class Sending {
        private final ChatAddress to;
        private final Map<String, String> ids = new HashMap<>();
        private final List<OutgoingFile> refused = new ArrayList<>();

        Sending(ChatAddress to) {
            this.to = to;
        }

        /** Sends an album; if Telegram finds fault with it, its files one by one, so that one bad file costs nobody the rest. */
        TelegramResult<Boolean> album(List<OutgoingFile> files, Html caption) throws InterruptedException {
            if (files.size() == 1) {
                return one(files.getFirst(), caption);
            }
            TelegramResult<MessagesResponse> sent = pace.inTurn(
                    to.chatId(),
                    () -> api.upload("sendMediaGroup", uploads.album(to, files, caption), MessagesResponse.class));
            return switch (sent) {
                case TelegramResult.Success<MessagesResponse>(MessagesResponse response) -> {
                    Message[] messages = response.messages();
                    for (int i = 0; i < files.size() && i < messages.length; i++) {
                        note(files.get(i), messages[i]);
                    }
                    yield new TelegramResult.Success<>(true);
                }
                case TelegramResult.Failure<MessagesResponse>(TelegramFailure.BadRequest _) -> singly(files, caption);
                case TelegramResult.Failure<MessagesResponse>(TelegramFailure reason) ->
                    new TelegramResult.Failure<>(reason);
            };
        }

        private TelegramResult<Boolean> singly(List<OutgoingFile> files, Html caption) throws InterruptedException {
            Html words = caption;
            for (OutgoingFile file : files) {
                TelegramResult<Boolean> sent = one(file, words);
                if (sent instanceof TelegramResult.Failure<Boolean>) {
                    return sent;
                }
                words = Html.EMPTY;
            }
            return new TelegramResult.Success<>(true);
        }

        /** Sends one file; a picture that Telegram does not take as such, being very long or broken, goes as a document. */
        private TelegramResult<Boolean> one(OutgoingFile file, Html caption) throws InterruptedException {
            TelegramResult<SendResponse> sent = pace.inTurn(
                    to.chatId(),
                    () -> api.upload(
                            Upload.method(file.kind()), uploads.single(to, file, caption), SendResponse.class));
            return switch (sent) {
                case TelegramResult.Success<SendResponse>(SendResponse response) -> {
                    note(file, response.message());
                    yield new TelegramResult.Success<>(true);
                }
                case TelegramResult.Failure<SendResponse>(TelegramFailure.BadRequest _)
                when file.kind() != OutgoingFile.Kind.DOCUMENT -> one(file.as(OutgoingFile.Kind.DOCUMENT), caption);
                case TelegramResult.Failure<SendResponse>(TelegramFailure.BadRequest _) -> {
                    refused.add(file);
                    yield new TelegramResult.Success<>(false);
                }
                case TelegramResult.Failure<SendResponse>(TelegramFailure reason) ->
                    new TelegramResult.Failure<>(reason);
            };
        }

        private void note(OutgoingFile file, Message message) {
            String id = fileId(message);
            if (!file.key().isEmpty() && !id.isEmpty() && !(file.content() instanceof OutgoingFile.Content.Known)) {
                ids.put(file.key(), id);
            }
        }
    }

    private static String fileId(Message message) {
        PhotoSize[] photo = message.photo();
        if (photo != null && photo.length > 0) {
            return photo[photo.length - 1].fileId();
        }
        if (message.video() != null) {
            return message.video().fileId();
        }
        if (message.audio() != null) {
            return message.audio().fileId();
        }
        return message.document() == null ? "" : message.document().fileId();
    }
}
