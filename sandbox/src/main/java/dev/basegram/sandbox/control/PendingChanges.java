package dev.basegram.sandbox.control;

import dev.basegram.sandbox.faults.SandboxChanged;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has changed since the last event went out. Not thread-safe: {@link Changes} guards it. */
final class PendingChanges {
    private final Set<String> chats = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private boolean bot;
    private boolean schema;
    boolean calls;
    boolean faults;
    boolean reset;

    void telegram(SandboxChanged event) {
        if (event.change().equals("bot")) {
            bot = true;
        } else {
            chats.add(event.subject());
        }
    }

    void airtable(SandboxChanged event) {
        if (event.change().equals("schema")) {
            schema = true;
        } else {
            tables.add(event.subject());
        }
    }

    List<Change> events() {
        List<Change> events = new ArrayList<>();
        if (reset) {
            events.add(Change.bare("reset"));
        }
        if (bot || !chats.isEmpty()) {
            events.add(Change.telegram(List.copyOf(chats), bot));
        }
        if (schema || !tables.isEmpty()) {
            events.add(Change.airtable(List.copyOf(tables), schema));
        }
        if (calls) {
            events.add(Change.bare("calls"));
        }
        if (faults) {
            events.add(Change.bare("faults"));
        }
        return events;
    }
}
