package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A bot's unconfirmed updates, by id and by queue, with the rules of the real one ({@code td/tddb/td/db/TQueue.cpp}).
 * Guarded by the {@link Mailbox}.
 */
final class UpdateQueue {
    private static final int MAX_UPDATES = 100_000;
    private static final int MAX_UPDATE_BYTES = 512 * 1024;
    private static final int MAX_ANSWER_BYTES = 4 * 1024 * 1024;

    private final LinkedHashMap<Integer, PendingUpdate> pending = new LinkedHashMap<>();
    private final LinkedHashMap<String, Deque<PendingUpdate>> queues = new LinkedHashMap<>();
    private int nextId;
    private @Nullable Integer requestedId;

    UpdateQueue(int firstId) {
        this.nextId = firstId;
    }

    /** Adds an update; empty when it is too big or there are too many, in which case it is lost without a word. */
    OptionalInt add(ObjectNode update, String kind, Instant expiresAt) {
        takeRequestedId();
        int id = update.has("update_id") ? update.get("update_id").asInt() : nextId;
        ObjectNode whole = Json.object().put("update_id", id);
        update.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
        Buffer bytes = Json.write(whole);
        if (pending.size() >= MAX_UPDATES || bytes.length() > MAX_UPDATE_BYTES) {
            return OptionalInt.empty();
        }
        nextId = Math.max(nextId, id) == Integer.MAX_VALUE ? 1 : id + 1;
        JsonNode content = whole.path(kind);
        PendingUpdate added = new PendingUpdate(id, kind, UpdateKind.queueOf(kind, content), whole, bytes, expiresAt);
        PendingUpdate replaced = pending.put(id, added);
        if (replaced != null) {
            unqueue(replaced);
        }
        queues.computeIfAbsent(added.queue(), queue -> new ArrayDeque<>()).addLast(added);
        return OptionalInt.of(id);
    }

    /** Lets the next update have an id, once nothing is pending, since an id may only fall in an empty queue. */
    void requestNextId(int id) {
        requestedId = id;
        takeRequestedId();
    }

    /** Confirms what an offset confirms and returns what follows, as {@code getUpdates} does. */
    List<ObjectNode> read(int offset, int limit, Instant now) {
        forgetExpired(now);
        if (offset < 0) {
            forgetFirst(pending.size() + offset);
        } else if (offset <= nextId + 10) {
            forgetBelow(offset);
        }
        List<ObjectNode> updates = new ArrayList<>();
        long size = 0;
        for (PendingUpdate update : pending.values()) {
            size += update.bytes().length();
            if (updates.size() == limit || (size > MAX_ANSWER_BYTES && !updates.isEmpty())) {
                break;
            }
            updates.add(update.json());
        }
        return updates;
    }

    /** Returns the first update of each queue, for the first queues. */
    List<PendingUpdate> heads(int most, Instant now) {
        forgetExpired(now);
        List<PendingUpdate> heads = new ArrayList<>();
        for (Deque<PendingUpdate> queue : queues.values()) {
            if (heads.size() == most) {
                break;
            }
            heads.add(queue.getFirst());
        }
        return heads;
    }

    void forget(PendingUpdate update) {
        if (pending.remove(update.id(), update)) {
            unqueue(update);
        }
    }

    void clear() {
        pending.clear();
        queues.clear();
        takeRequestedId();
    }

    int size(Instant now) {
        forgetExpired(now);
        return pending.size();
    }

    private void forgetBelow(int offset) {
        Integer head = pending.isEmpty() ? null : pending.firstEntry().getKey();
        if (head == null || offset < head - MAX_UPDATES) {
            return;
        }
        forgetWhile(pending.values(), update -> update.id() < offset);
    }

    private void forgetFirst(int count) {
        int[] left = {count};
        forgetWhile(pending.values(), update -> left[0]-- > 0);
    }

    /** Looks at the heads of the queues alone: within a queue the older one expires first. */
    private void forgetExpired(Instant now) {
        List<PendingUpdate> expired = new ArrayList<>();
        for (Deque<PendingUpdate> queue : queues.values()) {
            queue.stream().takeWhile(update -> update.expiresAt().isBefore(now)).forEach(expired::add);
        }
        expired.forEach(this::forget);
    }

    private void forgetWhile(Collection<PendingUpdate> updates, Predicate<PendingUpdate> condition) {
        Iterator<PendingUpdate> each = updates.iterator();
        while (each.hasNext()) {
            PendingUpdate update = each.next();
            if (!condition.test(update)) {
                return;
            }
            each.remove();
            unqueue(update);
        }
    }

    private void unqueue(PendingUpdate update) {
        Deque<PendingUpdate> queue = queues.get(update.queue());
        if (queue != null) {
            queue.remove(update);
            if (queue.isEmpty()) {
                queues.remove(update.queue());
            }
        }
    }

    private void takeRequestedId() {
        if (requestedId != null && pending.isEmpty()) {
            nextId = requestedId;
            requestedId = null;
        }
    }
}
