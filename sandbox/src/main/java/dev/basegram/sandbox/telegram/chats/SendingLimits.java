package dev.basegram.sandbox.telegram.chats;

import dev.basegram.sandbox.telegram.delivery.Waits;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Telegram's sending limits, when they are enforced: about one message a second in a chat with a short burst let pass, 20
 * a minute in a group, 30 a second in all. Edits count with sends. Guarded by the {@link Bot}.
 */
final class SendingLimits {
    private static final int BURST = 3;
    private static final long BURST_MILLIS = 3_000;
    private static final int GROUP = 20;
    private static final long GROUP_MILLIS = 60_000;
    private static final int TOTAL = 30;
    private static final long TOTAL_MILLIS = 1_000;

    private final Waits waits;
    private final BooleanSupplier enforced;
    private final Map<Long, Deque<Long>> sentToChat = new HashMap<>();
    private final Deque<Long> sent = new ArrayDeque<>();

    SendingLimits(Waits waits, BooleanSupplier enforced) {
        this.waits = waits;
        this.enforced = enforced;
    }

    /** Counts a message to a chat, or refuses it with the seconds to wait. */
    void count(Chat chat) {
        if (!enforced.getAsBoolean()) {
            return;
        }
        long now = waits.now();
        Deque<Long> toChat = sentToChat.computeIfAbsent(chat.id(), id -> new ArrayDeque<>());
        check(sent, TOTAL, TOTAL_MILLIS, now);
        if (chat.isPrivate()) {
            check(toChat, BURST, BURST_MILLIS, now);
        } else {
            check(toChat, GROUP, GROUP_MILLIS, now);
        }
        sent.addLast(now);
        toChat.addLast(now);
    }

    private static void check(Deque<Long> times, int most, long withinMillis, long now) {
        while (!times.isEmpty() && times.getFirst() <= now - withinMillis) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            long wait = times.getFirst() + withinMillis - now;
            throw Refusal.tooManyRequests((int) Math.max(1, (wait + 999) / 1_000));
        }
    }
}
