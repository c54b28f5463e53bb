package dev.basegram.sandbox.telegram.api;

import dev.basegram.sandbox.telegram.wire.Answer;

/** How a bot gets its updates. {@code getUpdates} is not here, since it may answer late. */
final class WebhookMethods {
    private WebhookMethods() {}

    static void addTo(Methods methods) {
        methods.add("setWebhook", (bot, params) -> bot.mailbox().setWebhook(params))
                .add("deleteWebhook", (bot, params) -> bot.mailbox().deleteWebhook(params))
                .add("getWebhookInfo", (bot, params) -> Answer.ok(bot.mailbox().webhookInfo()));
    }
}
