package dev.basegram.bot.airtable.webhook;

import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.store.Database;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/** Keeps on disk how far each webhook's payloads have been dealt with. */
public final class CursorStore {
    private final Database database;
    private final BaseId base;

    /** Creates the store of one base. */
    public CursorStore(Database database, BaseId base) {
        this.database = database;
        this.base = base;
    }

    /** Returns where to go on; empty for a webhook never read, which begins at 1. Blocks. */
    public OptionalLong find(WebhookId webhook) {
        return database.read(handle -> handle.createQuery(
                                "SELECT cursor FROM airtable_cursor WHERE base_id = :base AND webhook_id = :webhook")
                        .bind("base", base.value())
                        .bind("webhook", webhook.value())
                        .mapTo(Long.class)
                        .findOne())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Keeps a cursor; to be called once what comes before it has been dealt with. */
    public Uni<Void> keep(WebhookId webhook, long cursor) {
        return database.write(handle -> handle.createUpdate(
                        "INSERT INTO airtable_cursor (base_id, webhook_id, cursor) VALUES (:base, :webhook, :cursor)"
                                + " ON CONFLICT (base_id, webhook_id) DO UPDATE SET cursor = excluded.cursor")
                .bind("base", base.value())
                .bind("webhook", webhook.value())
                .bind("cursor", cursor)
                .execute());
    }
}
