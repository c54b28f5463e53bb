package dev.basegram.sandbox.telegram.chats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The bots that have called, and the one to come that people may already be writing to. Thread-safe. */
public final class Bots {
    private static final long TO_COME = 0;

    private final LongFunction<Bot> create;
    private final Map<Key, Bot> bots = new LinkedHashMap<>();
    private @Nullable Bot toCome;

    /** Creates an empty register; {@code create} makes the bot of an id. */
    public Bots(LongFunction<Bot> create) {
        this.create = create;
    }

    private record Key(long id, boolean test) {}

    /** Returns the bot that calls: known, or the one to come, or a new one. */
    public synchronized Bot calling(long id, boolean test) {
        Key key = new Key(id, test);
        Bot bot = bots.remove(key);
        if (bot == null) {
            bot = toCome == null ? create.apply(id) : adopted(toCome, id);
            toCome = null;
        }
        bots.put(key, bot);
        return bot;
    }

    /** Returns a bot by its id; for null the one that called last, or the one to come. */
    public synchronized Optional<Bot> find(@Nullable Long id) {
        if (id == null) {
            return Optional.of(current());
        }
        Bot bot = bots.get(new Key(id, false));
        return bot == null ? Optional.ofNullable(bots.get(new Key(id, true))) : Optional.of(bot);
    }

    /** Returns the bots that have called, the last first. */
    public synchronized List<Bot> all() {
        return new ArrayList<>(bots.values()).reversed();
    }

    /** Forgets them all. */
    public synchronized void reset() {
        all().forEach(bot -> bot.mailbox().close());
        bots.clear();
        toCome = null;
    }

    private Bot current() {
        if (!bots.isEmpty()) {
            return all().getFirst();
        }
        if (toCome == null) {
            toCome = create.apply(TO_COME);
        }
        return toCome;
    }

    private static Bot adopted(Bot bot, long id) {
        bot.adopt(id);
        return bot;
    }
}
