package dev.basegram.bot.chat.audit;

import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.AuditedChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.browse.LinkNames;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows who changed what to those who run the bot. */
@Singleton
public class Auditing {
    private final AuditLog log;

    Auditing(AuditLog log) {
        this.log = log;
    }

    /** Shows the latest changes. */
    public Reply latest(Turn turn) throws InterruptedException {
        return page(turn, new AuditFilter.Everything(), 0);
    }

    /** Shows a page, from 0; a press of somebody who does not run the bot comes from no button of theirs. */
    public Reply page(Turn turn, AuditFilter filter, int page) throws InterruptedException {
        if (!turn.base().role().isAdmin()) {
            return Reply.NONE;
        }
        int count = log.count(filter);
        int shown = Math.min(page, Math.max(0, (count - 1) / AuditScreen.PAGE_SIZE));
        List<AuditedChange> changes = log.page(filter, shown * AuditScreen.PAGE_SIZE, AuditScreen.PAGE_SIZE);
        return turn.given(turn.base().tables(), tables -> {
            var model = new AuditScreen.Model(
                    filter, name(filter), shown, count, changes, tables, names(turn, tables, changes));
            return Reply.show(AuditScreen.of(model, turn.speech(), turn.now()));
        });
    }

    private String name(AuditFilter filter) {
        return filter instanceof AuditFilter.By(long person) ? log.nameOf(person) : "";
    }

    private static Map<RecordId, String> names(Turn turn, List<Table> tables, List<AuditedChange> changes)
            throws InterruptedException {
        Map<TableId, Set<RecordId>> wanted = new HashMap<>();
        for (AuditedChange change : changes) {
            AuditEntry entry = change.first();
            if (tables.stream().anyMatch(table -> table.id().equals(entry.table()))) {
                wanted.computeIfAbsent(entry.table(), _ -> new LinkedHashSet<>())
                        .add(entry.record());
            }
        }
        Map<RecordId, String> names = new HashMap<>();
        for (Map.Entry<TableId, Set<RecordId>> each : wanted.entrySet()) {
            names.putAll(LinkNames.of(turn.base(), each.getKey(), each.getValue(), turn.speech()));
        }
        return names;
    }
}
