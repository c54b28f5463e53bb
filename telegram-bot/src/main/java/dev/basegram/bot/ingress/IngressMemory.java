package dev.basegram.bot.ingress;

import dev.basegram.bot.store.Database;
import java.util.Optional;

/** What intake remembers between starts: the table {@code ingress_memory}. */
record IngressMemory(Database database, long botId) {
    private static final String WEBHOOK = "webhook";

    /** Returns the webhook that this installation set last; blocks. */
    Optional<String> webhook() {
        return database.read(
                handle -> handle.createQuery("SELECT value FROM ingress_memory WHERE bot_id = ? AND name = ?")
                        .bind(0, botId)
                        .bind(1, WEBHOOK)
                        .mapTo(String.class)
                        .findOne());
    }

    /** Remembers a webhook before it is set, so that it is known for ours whatever happens next; blocks. */
    void rememberWebhook(String url) {
        database.writeNow(handle -> handle.execute(
                "INSERT INTO ingress_memory (bot_id, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (bot_id, name) DO UPDATE SET value = excluded.value",
                botId,
                WEBHOOK,
                url));
    }
}
