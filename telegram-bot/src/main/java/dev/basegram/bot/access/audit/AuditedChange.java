package dev.basegram.bot.access.audit;

import java.util.List;

/**
 * What one person did to one record at one moment.
 *
 * @param entries a field each; at least one
 */
public record AuditedChange(List<AuditEntry> entries) {
    /** Creates a copy of the list. */
    public AuditedChange {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a change has an entry");
        }
    }

    /** Returns one of the entries, for what they have in common. */
    public AuditEntry first() {
        return entries.getFirst();
    }
}
