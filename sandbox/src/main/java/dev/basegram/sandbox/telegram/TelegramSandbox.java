package dev.basegram.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Telegram side of the sandbox, for those who act as its people or look over their shoulder. Each bot has a Telegram
 * of its own, so that several can use one sandbox without meeting; {@code bot} null means the bot that called last, or,
 * before any has, the bot to come: it will find what was sent. Thread-safe, never blocks.
 */
public final class TelegramSandbox {
    /** Returns the bots that have called, the one that called last first. */
    public List<BotView> bots() {
        return List.of();
    }

    /** Acts as a person. */
    public ActOutcome act(@Nullable Long bot, PersonAct act) {
        return new ActOutcome.Refused("The Telegram side of the sandbox is not built in yet: nothing can be sent");
    }

    /** Returns what a chat shows now; empty when neither a person nor a group has that id. */
    public Optional<ChatView> chat(@Nullable Long bot, long chatId) {
        return Optional.empty();
    }

    /** Returns a file by its {@code file_id} or its thumbnail's; empty when there is none. */
    public Optional<StoredFile> file(@Nullable Long bot, String fileId) {
        return Optional.empty();
    }

    /** Returns the people there are. */
    public List<Person> people() {
        return Person.DEFAULTS;
    }

    /** Adds a person, or changes the one with that id. */
    public void register(Person person) {}

    /** Returns the groups there are. */
    public List<GroupChat> groups() {
        return List.of(GroupChat.DEFAULT);
    }

    /** Adds a group, or changes the one with that id. */
    public void register(GroupChat group) {}

    /**
     * Points a bot's updates at a URL, as {@code setWebhook} does, without its checks of host and port; null goes back to
     * polling.
     */
    public void setWebhook(@Nullable Long bot, @Nullable String url, @Nullable String secretToken) {}

    /**
     * Puts an update into a bot's queue as it is, for unknown kinds and poison. {@code update_id} is filled in when it is
     * missing.
     *
     * @return the update's id
     */
    public int injectRaw(@Nullable Long bot, ObjectNode update) {
        return 0;
    }

    /** Lets the next update of a bot have this id, lower than the last one if wanted. */
    public void nextUpdateId(@Nullable Long bot, int updateId) {}

    /**
     * Lets the waits of the sandbox (back-off, {@code Retry-After}, the 60 s limit, the hammer brake) pass faster.
     *
     * @param factor 1 is real time, 60 makes a minute a second; more than 0
     */
    public void timeScale(double factor) {}

    /** Lets the sandbox hold bots to Telegram's sending limits (off at first): 1/s a chat, 20/min a group, 30/s in all. */
    public void enforceSendingLimits(boolean enforce) {}

    /** Forgets everything but the people and groups it starts with; webhooks and tokens included. */
    public void reset() {}
}
