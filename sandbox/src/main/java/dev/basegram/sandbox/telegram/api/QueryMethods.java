package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.telegram.ChatView;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Chat;
import dev.basegram.sandbox.telegram.chats.Queries;
import dev.basegram.sandbox.telegram.markup.ReplyMarkup;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Answers to button presses, inline queries and orders. */
final class QueryMethods {
    private static final int MAX_TOAST = 200;
    private static final int MAX_RESULTS = 50;
    private static final int MAX_OFFSET_BYTES = 64;

    private QueryMethods() {}

    static void addTo(Methods methods) {
        methods.add("answerCallbackQuery", QueryMethods::answerCallbackQuery)
                .add("answerInlineQuery", QueryMethods::answerInlineQuery)
                .add("answerPreCheckoutQuery", (bot, params) -> answerOrder(bot, params, "pre_checkout_query_id"))
                .add("answerShippingQuery", (bot, params) -> answerOrder(bot, params, "shipping_query_id"));
    }

    private static Answer answerCallbackQuery(Bot bot, Params params) {
        String text = params.text("text");
        if (text.length() > MAX_TOAST) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        Queries.Query query = take(bot, params.text("callback_query_id"), "callback");
        Chat chat = query.chat();
        if (chat != null) {
            String url = params.has("url") ? params.text("url") : null;
            chat.toast(new ChatView.Toast(query.id(), query.from(), text, params.flag("show_alert"), url));
            bot.changed(chat, "toast");
        }
        return Answer.done();
    }

    private static Answer answerInlineQuery(Bot bot, Params params) {
        JsonNode results = params.json("results", "inline query results");
        if (results == null || !results.isArray()) {
            throw Refusal.badRequest("expected an Array of inline query results");
        }
        if (results.size() > MAX_RESULTS) {
            throw Refusal.badRequest("RESULTS_TOO_MUCH");
        }
        if (params.text("next_offset").getBytes(StandardCharsets.UTF_8).length > MAX_OFFSET_BYTES) {
            throw Refusal.badRequest("NEXT_OFFSET_INVALID");
        }
        Set<String> ids = new HashSet<>();
        results.forEach(result -> check(result, ids));
        Queries.Query query = take(bot, params.text("inline_query_id"), "inline");
        bot.queries().keepInlineAnswer(query.id(), results);
        return Answer.done();
    }

    private static void check(JsonNode result, Set<String> ids) {
        if (!result.isObject()) {
            throw unparsable("Expected an Object");
        }
        String type = result.path("type").asText("");
        if (type.isEmpty()) {
            throw unparsable("Can't find field \"type\"");
        }
        String id = result.path("id").asText("");
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_OFFSET_BYTES) {
            throw Refusal.badRequest("RESULT_ID_INVALID");
        }
        if (!ids.add(id)) {
            throw Refusal.badRequest("RESULT_ID_DUPLICATE");
        }
        if (type.equals("article")) {
            if (!result.has("title")) {
                throw unparsable("Can't find field \"title\"");
            }
            if (!result.has("input_message_content")) {
                throw Refusal.badRequest("message_text is empty");
            }
        }
        if (result.has("reply_markup")) {
            ReplyMarkup.of(result.get("reply_markup"));
        }
    }

    private static Refusal unparsable(String why) {
        return Refusal.badRequest("can't parse inline query result: " + why);
    }

    private static Answer answerOrder(Bot bot, Params params, String field) {
        take(bot, params.text(field), "order");
        return Answer.done();
    }

    private static Queries.Query take(Bot bot, String id, String kind) {
        return bot.queries()
                .take(id, kind)
                .orElseThrow(() ->
                        Refusal.badRequest("query is too old and response timeout expired or query ID is invalid"));
    }
}
