package dev.basegram.sandbox.control;

import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Service;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the call log to what was asked for. */
@Singleton
class CallPages {
    private final CallLog log;
    private final Changes changes;

    CallPages(CallLog log, Changes changes) {
        this.log = log;
        this.changes = changes;
    }

    /** Returns the newest {@code limit} calls with an id above {@code after}, oldest first. */
    List<Call> page(Service service, long after, @Nullable String operation, int limit) {
        List<Call> found = log.list(service).stream()
                .filter(call -> call.id() > after)
                .filter(call -> operation == null || operation.equalsIgnoreCase(call.operation()))
                .toList();
        return found.subList(Math.max(0, found.size() - Math.max(0, limit)), found.size());
    }

    void clear(Service service) {
        log.clear(service);
        changes.calls();
    }
}
