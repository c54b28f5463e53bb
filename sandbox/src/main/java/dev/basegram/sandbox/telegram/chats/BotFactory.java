package dev.basegram.sandbox.telegram.chats;

import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.telegram.delivery.HttpPostman;
import dev.basegram.sandbox.telegram.delivery.Mailbox;
import dev.basegram.sandbox.telegram.delivery.Postman;
import dev.basegram.sandbox.telegram.delivery.Waits;
import dev.basegram.sandbox.telegram.wire.Params;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.BiConsumer;

/** Makes bots, each with a mailbox, a postman and a seed of its own. */
public final class BotFactory {
    private final Vertx vertx;
    private final Clock clock;
    private final Waits waits;
    private final Faults faults;
    private final CallLog log;
    private final Directory directory;
    private final long seed;
    private final BiConsumer<Bot, Params> execute;
    private final Bot.Changes changes;
    private volatile boolean limited;

    /**
     * Creates a factory.
     *
     * @param execute runs a method call that a bot's webhook has replied with
     */
    public BotFactory(
            Vertx vertx,
            Clock clock,
            Waits waits,
            Faults faults,
            CallLog log,
            Directory directory,
            long seed,
            BiConsumer<Bot, Params> execute,
            Bot.Changes changes) {
        this.vertx = vertx;
        this.clock = clock;
        this.waits = waits;
        this.faults = faults;
        this.log = log;
        this.directory = directory;
        this.seed = seed;
        this.execute = execute;
        this.changes = changes;
    }

    /** Makes the bot of an id, 0 for one that is not known yet. */
    public Bot create(long id) {
        long ownSeed = seed ^ (id * 0x9E3779B97F4A7C15L);
        SendingLimits limits = new SendingLimits(waits, () -> limited);
        return new Bot(id, directory, clock, limits, changes, ownSeed, bot -> {
            Postman postman = new HttpPostman(
                    vertx,
                    waits,
                    clock,
                    faults,
                    log,
                    () -> String.valueOf(bot.id()),
                    params -> execute.accept(bot, params));
            return new Mailbox(clock, waits, ownSeed, postman);
        });
    }

    /** Switches the sending limits on or off for all bots. */
    public void enforceSendingLimits(boolean enforce) {
        limited = enforce;
    }
}
