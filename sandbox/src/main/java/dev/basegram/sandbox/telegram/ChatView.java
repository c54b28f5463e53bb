package dev.basegram.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat shows now.
 *
 * @param bot the bot's id
 * @param id the chat's id
 * @param chat the Bot API's {@code Chat}
 * @param messages Bot API {@code Message}s as they stand after edits, oldest first, deleted ones gone. Each also has
 *     {@code html}, its text or caption as safe HTML for a page; {@code outgoing}, whether the bot sent it; and {@code
 *     files}, a list of {@code {kind, file_id, name, mime_type, size, url}} with the path where a page may fetch it
 * @param replyKeyboard the {@code ReplyKeyboardMarkup} or {@code ForceReply} in force; null without
 * @param pinned id of the newest pinned message; null without
 * @param toasts the answers to button presses, oldest first, the last 20
 * @param action what the bot is shown doing, such as {@code typing}; null when nothing, or for more than 5 s
 * @param draft what the bot is shown writing, as streamed by {@code sendMessageDraft}; null when nothing
 * @param commands the commands that this chat's menu shows
 * @param menuButton the Bot API's {@code MenuButton}
 * @param blocked whether the person has blocked the bot
 */
public record ChatView(
        long bot,
        long id,
        ObjectNode chat,
        List<ObjectNode> messages,
        @Nullable ObjectNode replyKeyboard,
        @Nullable Integer pinned,
        List<Toast> toasts,
        @Nullable String action,
        @Nullable String draft,
        ArrayNode commands,
        ObjectNode menuButton,
        boolean blocked) {

    /**
     * The answer to a button press.
     *
     * @param queryId the callback query's id
     * @param from who had pressed
     * @param text empty when the bot only stopped the spinner
     * @param alert whether it is a box to be closed rather than a passing line
     * @param url the page to open; null without
     */
    public record Toast(
            String queryId,
            long from,
            String text,
            boolean alert,
            @Nullable String url) {}
}
