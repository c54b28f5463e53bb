package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.model.Document;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import com.pengrad.telegrambot.request.AbstractMultipartRequest;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.SendResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends files, by Telegram's own id where it has them. Blocks its thread, which should be a virtual one. Thread-safe. */
public class FileSender {
    private final BotApi api;
    private final ChatPace pace;

    FileSender(BotApi api, ChatPace pace) {
        this.api = api;
        this.pace = pace;
    }

    /**
     * Sends files one after the other.
     *
     * @return Telegram's ids of those sent by their bytes, by their keys
     */
    public TelegramResult<Map<String, String>> send(ChatAddress to, List<OutgoingFile> files)
            throws InterruptedException {
        Map<String, String> ids = new HashMap<>();
        for (OutgoingFile file : files) {
            TelegramResult<SendResponse> sent = pace.inTurn(to.chatId(), () -> sendOne(to, file));
            switch (sent) {
                case TelegramResult.Success<SendResponse>(SendResponse response) ->
                    ids.put(file.key(), fileId(response.message()));
                case TelegramResult.Failure<SendResponse>(TelegramFailure reason) -> {
                    return new TelegramResult.Failure<>(reason);
                }
            }
        }
        return new TelegramResult.Success<>(ids);
    }

    private TelegramResult<SendResponse> sendOne(ChatAddress to, OutgoingFile file) throws InterruptedException {
        return file.picture() ? api.execute(photo(to, file)) : api.execute(document(to, file));
    }

    private static SendPhoto photo(ChatAddress to, OutgoingFile file) {
        SendPhoto request = file.bytes() == null
                ? new SendPhoto(to.chatId(), file.fileId())
                : new SendPhoto(to.chatId(), file.bytes());
        return named(MessageSender.addressed(request, to), file).caption(caption(file));
    }

    private static SendDocument document(ChatAddress to, OutgoingFile file) {
        SendDocument request = file.bytes() == null
                ? new SendDocument(to.chatId(), file.fileId())
                : new SendDocument(to.chatId(), file.bytes());
        return named(MessageSender.addressed(request, to), file).caption(caption(file));
    }

    private static <R extends AbstractMultipartRequest<R>> R named(R request, OutgoingFile file) {
        return file.bytes() == null ? request : request.fileName(file.name());
    }

    private static String caption(OutgoingFile file) {
        return Html.of(file.name()).shortened(200).plain();
    }

    private static String fileId(Message message) {
        PhotoSize[] photo = message.photo();
        if (photo != null && photo.length > 0) {
            return photo[photo.length - 1].fileId();
        }
        Document document = message.document();
        return document == null ? "" : document.fileId();
    }
}
