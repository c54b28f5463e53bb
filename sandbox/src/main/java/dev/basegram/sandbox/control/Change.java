package dev.basegram.sandbox.control;

import java.util.List;
import java.util.Map;

/**
 * One event of the change stream: a hint at what to read anew, never the thing itself, so that a listener that missed some
 * only has to read once.
 *
 * @param name {@code telegram}, {@code airtable}, {@code calls}, {@code faults}, {@code reset} or {@code hello}
 * @param data what changed
 */
record Change(String name, Map<String, Object> data) {
    static Change telegram(List<String> chats, boolean bot) {
        return new Change("telegram", Map.of("chats", chats, "bot", bot));
    }

    static Change airtable(List<String> tables, boolean schema) {
        return new Change("airtable", Map.of("tables", tables, "schema", schema));
    }

    static Change bare(String name) {
        return new Change(name, Map.of());
    }
}
