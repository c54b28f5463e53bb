package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.request.ChatAction;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.AbstractSendRequest;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.AnswerInlineQuery;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendChatAction;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends, edits and deletes messages, each chat in order and at the pace Telegram allows. Blocks its thread, which should be a
 * virtual one. Thread-safe.
 */
public class MessageSender {
    /** The longest text of one message, in UTF-16 code units. */
    public static final int MAX_TEXT = 4096;

    private static final int MAX_TOAST = 200;
    private static final int NOTHING_FOR_SECONDS = 60;

    private final BotApi api;
    private final ChatPace pace;

    MessageSender(BotApi api, ChatPace pace) {
        this.api = api;
        this.pace = pace;
    }

    /**
     * Sends a text as a new message, or as several when it is too long for one.
     *
     * @return the id of the last message, the one that carries the markup
     */
    public TelegramResult<Integer> send(ChatAddress to, Html text, Markup markup) throws InterruptedException {
        return sendParts(to, text, markup, Road.ANSWER);
    }

    /**
     * Sends what nobody asked for: a notice, an alert, a request. All of these together leave at no more than 30 a second, and none
     * delays an answer to a person. Waits as long as it takes its turn to come.
     *
     * @return the id of the last message, the one that carries the markup
     */
    public TelegramResult<Integer> notify(ChatAddress to, Html text, Markup markup) throws InterruptedException {
        return sendParts(to, text, markup, Road.UNASKED);
    }

    /** At whose pace something leaves. */
    private enum Road {
        /** As the answer to a person. */
        ANSWER,
        /** As what nobody asked for. */
        UNASKED
    }

    private TelegramResult<Integer> sendParts(ChatAddress to, Html text, Markup markup, Road road)
            throws InterruptedException {
        List<Html> parts = text.split(MAX_TEXT);
        for (Html part : parts.subList(0, parts.size() - 1)) {
            TelegramResult<Integer> sent = sendOne(to, part, Markup.NONE, road);
            if (sent instanceof TelegramResult.Failure<Integer>) {
                return sent;
            }
        }
        return sendOne(to, parts.getLast(), markup, road);
    }

    /**
     * Replaces the text and the buttons of one of our messages.
     *
     * @return the id of the message that now shows the text: another one when the old could no longer be edited
     */
    public TelegramResult<Integer> edit(ChatAddress in, int messageId, Html text, Markup.Inline markup)
            throws InterruptedException {
        Html shown = text.shortened(MAX_TEXT);
        TelegramResult<BaseResponse> edited = inTurn(in, () -> api.execute(editRequest(in, messageId, shown, markup)));
        return switch (edited) {
            case TelegramResult.Success<BaseResponse> _ -> new TelegramResult.Success<>(messageId);
            case TelegramResult.Failure<BaseResponse>(TelegramFailure.MessageGone _) -> send(in, text, markup);
            case TelegramResult.Failure<BaseResponse>(TelegramFailure.UnparsableEntities _) ->
                inTurn(in, () -> api.execute(plainEditRequest(in, messageId, shown, markup)))
                        .map(_ -> messageId);
            case TelegramResult.Failure<BaseResponse>(TelegramFailure reason) -> new TelegramResult.Failure<>(reason);
        };
    }

    /** Deletes one of our messages; one that is gone already, or too old to delete, is a failure the caller may pass over. */
    public TelegramResult<Boolean> delete(ChatAddress in, int messageId) throws InterruptedException {
        return inTurn(in, () -> api.execute(new DeleteMessage(in.chatId(), messageId)))
                .map(_ -> true);
    }

    /**
     * Answers a press, so that its button stops spinning. Not paced: Telegram does not limit it.
     *
     * @param toast a short line shown over the chat, at most 200 characters; null for none
     */
    public TelegramResult<Boolean> answerPress(String pressId, @Nullable String toast) throws InterruptedException {
        AnswerCallbackQuery answer = new AnswerCallbackQuery(pressId);
        if (toast != null) {
            answer.text(Html.of(toast).shortened(MAX_TOAST).plain());
        }
        return api.execute(answer).map(_ -> true);
    }

    /**
     * Answers an inline query with nothing, to this person alone (core.telegram.org/bots/api#answerinlinequery): without an answer their
     * client would go on waiting.
     */
    public TelegramResult<Boolean> answerInlineWithNothing(String queryId) throws InterruptedException {
        return api.execute(new AnswerInlineQuery(queryId).isPersonal(true).cacheTime(NOTHING_FOR_SECONDS))
                .map(_ -> true);
    }

    /**
     * Answers a press with words that stay until they are closed.
     *
     * @param text at most 200 characters
     */
    public TelegramResult<Boolean> alert(String pressId, String text) throws InterruptedException {
        return api.execute(new AnswerCallbackQuery(pressId)
                        .text(Html.of(text).shortened(MAX_TOAST).plain())
                        .showAlert(true))
                .map(_ -> true);
    }

    /**
     * Answers a press by taking the person to their private chat with the bot.
     *
     * @param link {@code t.me/bot?start=…}, the only kind of address that Telegram opens here
     */
    public TelegramResult<Boolean> openBot(String pressId, String link) throws InterruptedException {
        return api.execute(new AnswerCallbackQuery(pressId).url(link)).map(_ -> true);
    }

    /** Shows «typing…» for five seconds or until the next message. Not paced. */
    public TelegramResult<Boolean> typing(ChatAddress in) throws InterruptedException {
        return show(in, ChatAction.typing);
    }

    /** Shows «sending a photo…», or a file, for five seconds or until the next message. Not paced. */
    public TelegramResult<Boolean> uploading(ChatAddress in, boolean pictures) throws InterruptedException {
        return show(in, pictures ? ChatAction.upload_photo : ChatAction.upload_document);
    }

    private TelegramResult<Boolean> show(ChatAddress in, ChatAction what) throws InterruptedException {
        SendChatAction action = new SendChatAction(in.chatId(), what);
        if (in.threadId() != null) {
            action.messageThreadId(in.threadId());
        }
        if (in.businessConnectionId() != null) {
            action.businessConnectionId(in.businessConnectionId());
        }
        return api.execute(action).map(_ -> true);
    }

    private TelegramResult<Integer> sendOne(ChatAddress to, Html text, Markup markup, Road road)
            throws InterruptedException {
        return switch (attempt(to, text.markup(), true, markup, road)) {
            case TelegramResult.Failure<Integer>(TelegramFailure.UnparsableEntities _) ->
                attempt(to, text.plain(), false, markup, road);
            case TelegramResult.Failure<Integer>(TelegramFailure.ChatMigrated(long newChat)) ->
                attempt(
                        new ChatAddress(newChat, to.threadId(), to.businessConnectionId()),
                        text.markup(),
                        true,
                        markup,
                        road);
            case TelegramResult<Integer> result -> result;
        };
    }

    private TelegramResult<Integer> attempt(ChatAddress to, String text, boolean formatted, Markup markup, Road road)
            throws InterruptedException {
        ChatPace.Turn<SendResponse> turn = () -> api.execute(sendRequest(to, text, formatted, markup));
        TelegramResult<SendResponse> sent =
                road == Road.ANSWER ? pace.inTurn(to.chatId(), turn) : pace.unasked(to.chatId(), turn);
        return sent.map(response -> response.message().messageId());
    }

    private <T> TelegramResult<T> inTurn(ChatAddress chat, ChatPace.Turn<T> turn) throws InterruptedException {
        return pace.inTurn(chat.chatId(), turn);
    }

    private static SendMessage sendRequest(ChatAddress to, String text, boolean formatted, Markup markup) {
        SendMessage request = addressed(new SendMessage(to.chatId(), text), to)
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        if (formatted) {
            request.parseMode(ParseMode.HTML);
        }
        Keyboards.of(markup).ifPresent(request::replyMarkup);
        return request;
    }

    static <R extends AbstractSendRequest<R>> R addressed(R request, ChatAddress to) {
        if (to.threadId() != null) {
            request.messageThreadId(to.threadId());
        }
        if (to.businessConnectionId() != null) {
            request.businessConnectionId(to.businessConnectionId());
        }
        return request;
    }

    private static EditMessageText editRequest(ChatAddress in, int messageId, Html text, Markup.Inline markup) {
        return edit(in, messageId, text.markup(), markup).parseMode(ParseMode.HTML);
    }

    private static EditMessageText plainEditRequest(ChatAddress in, int messageId, Html text, Markup.Inline markup) {
        return edit(in, messageId, text.plain(), markup);
    }

    private static EditMessageText edit(ChatAddress in, int messageId, String text, Markup.Inline markup) {
        EditMessageText request = new EditMessageText(in.chatId(), messageId, text)
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true))
                .replyMarkup(Keyboards.inline(markup));
        if (in.businessConnectionId() != null) {
            request.businessConnectionId(in.businessConnectionId());
        }
        return request;
    }
}
