package dev.basegram.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.SandboxChanged;
import dev.basegram.sandbox.faults.Service;
import dev.basegram.sandbox.telegram.api.BotApiRoutes;
import dev.basegram.sandbox.telegram.chats.Acting;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.BotFactory;
import dev.basegram.sandbox.telegram.chats.Bots;
import dev.basegram.sandbox.telegram.chats.ChatViews;
import dev.basegram.sandbox.telegram.chats.Directory;
import dev.basegram.sandbox.telegram.delivery.Waits;
import dev.basegram.sandbox.telegram.wire.Params;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Telegram side of the sandbox, for those who act as its people or look over their shoulder. Each bot has a Telegram
 * of its own, so that several can use one sandbox without meeting; {@code bot} null means the bot that called last, or,
 * before any has, the bot to come: it will find what was sent. Thread-safe, never blocks.
 */
public final class TelegramSandbox {
    private final Consumer<SandboxChanged> changes;
    private final Directory directory = new Directory();
    private final Waits waits;
    private final BotFactory factory;
    private final Bots bots;
    private final BotApiRoutes routes;

    /**
     * Creates a sandbox without routes; {@link #mount} adds them to a router.
     *
     * @param clock what messages are dated by, and lifetimes are counted by
     * @param seed where random things start, such as update ids
     * @param changes told of each visible change, often on an event loop: it must not block
     */
    public TelegramSandbox(
            Vertx vertx, Clock clock, Faults faults, CallLog log, long seed, Consumer<SandboxChanged> changes) {
        this.changes = changes;
        this.waits = new Waits(vertx);
        this.factory = new BotFactory(vertx, clock, waits, faults, log, directory, seed, this::execute, this::changed);
        this.bots = new Bots(factory::create);
        this.routes = new BotApiRoutes(vertx, bots, faults, log, clock);
    }

    /** Adds {@code /bot<token>/…} and {@code /file/bot<token>/…} to a router. */
    public void mount(Router router) {
        routes.mount(router);
    }

    /** Returns the bots that have called, the one that called last first. */
    public List<BotView> bots() {
        return bots.all().stream().map(ChatViews::bot).toList();
    }

    /** Acts as a person. */
    public ActOutcome act(@Nullable Long bot, PersonAct act) {
        return bots.find(bot)
                .map(found -> Acting.act(found, act))
                .orElseGet(() -> new ActOutcome.Refused("No bot has the id " + bot + ": it has to call first"));
    }

    /** Returns what a chat shows now; empty when neither a person nor a group has that id. */
    public Optional<ChatView> chat(@Nullable Long bot, long chatId) {
        return bots.find(bot).flatMap(found -> ChatViews.chat(found, chatId));
    }

    /** Returns a file by its {@code file_id}; empty when there is none. */
    public Optional<StoredFile> file(@Nullable Long bot, String fileId) {
        return bots.find(bot).flatMap(found -> {
            synchronized (found) {
                return found.files()
                        .byId(fileId)
                        .map(media -> new StoredFile(media.name(), media.mimeType(), media.content()));
            }
        });
    }

    /** Returns the people there are. */
    public List<Person> people() {
        return directory.people();
    }

    /** Adds a person, or changes the one with that id in chats that are not open yet. */
    public void register(Person person) {
        directory.register(person);
    }

    /** Returns the groups there are. */
    public List<GroupChat> groups() {
        return directory.groups();
    }

    /** Adds a group, or changes the one with that id for bots that have not met it yet. */
    public void register(GroupChat group) {
        directory.register(group);
    }

    /**
     * Points a bot's updates at a URL, as {@code setWebhook} does, without its checks of host and port; null goes back to
     * polling.
     *
     * @throws IllegalArgumentException when the bot has not called yet
     */
    public void setWebhook(@Nullable Long bot, @Nullable String url, @Nullable String secretToken) {
        existing(bot).mailbox().pointAt(url, secretToken);
    }

    /**
     * Puts an update into a bot's queue as it is, for unknown kinds and poison. {@code update_id} is filled in when it is
     * missing; a query in it can be answered.
     *
     * @return the update's id; 0 when it did not fit
     * @throws IllegalArgumentException when the bot has not called yet
     */
    public int injectRaw(@Nullable Long bot, ObjectNode update) {
        Bot found = existing(bot);
        synchronized (found) {
            found.queries().openInjected(update, found::chat);
            return found.mailbox().addRaw(update).orElse(0);
        }
    }

    /**
     * Lets the next update of a bot have this id, lower than the last one if wanted, as soon as nothing is pending.
     *
     * @throws IllegalArgumentException when the bot has not called yet
     */
    public void nextUpdateId(@Nullable Long bot, int updateId) {
        existing(bot).mailbox().requestNextId(updateId);
    }

    /**
     * Lets the waits of the sandbox (back-off, {@code Retry-After}, the 60 s limit, the hammer brake) pass faster. Lifetimes
     * follow the clock instead.
     *
     * @param factor 1 is real time, 60 makes a minute a second; more than 0
     */
    public void timeScale(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("The time scale is " + factor + ": use more than 0, 1 is real time");
        }
        waits.speed(factor);
    }

    /** Lets the sandbox hold bots to Telegram's sending limits (off at first): 1/s a chat, 20/min a group, 30/s in all. */
    public void enforceSendingLimits(boolean enforce) {
        factory.enforceSendingLimits(enforce);
    }

    /** Forgets everything but the people and groups it starts with; webhooks and tokens included. */
    public void reset() {
        bots.reset();
        directory.reset();
        factory.enforceSendingLimits(false);
        waits.speed(1);
        changes.accept(new SandboxChanged(Service.TELEGRAM, "*", "reset"));
    }

    private Bot existing(@Nullable Long bot) {
        return bots.find(bot)
                .orElseThrow(() -> new IllegalArgumentException("No bot has the id " + bot + ": it has to call first"));
    }

    private void execute(Bot bot, Params params) {
        routes.execute(bot, params);
    }

    private void changed(long chat, String change) {
        changes.accept(new SandboxChanged(Service.TELEGRAM, String.valueOf(chat), change));
    }
}
