package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.response.GetMeResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The bot's own name, asked for once. Thread-safe. */
public class BotIdentity {
    private final BotApi api;
    private final AtomicReference<@Nullable String> name = new AtomicReference<>();
    private volatile boolean readsGroups;

    BotIdentity(BotApi api) {
        this.api = api;
    }

    /** Returns the user name without the at sign, where it is known already. */
    public Optional<String> username() {
        return Optional.ofNullable(name.get());
    }

    /** Tells whether privacy mode is off, so that Telegram passes on all that is said in groups; asked together with the name. */
    public boolean readsAllGroupMessages() {
        return readsGroups;
    }

    /** Returns a link that opens the private chat with the bot, where the name is known already. */
    public Optional<String> link(String payload) {
        return username().map(known -> "https://t.me/" + known + "?start=" + payload);
    }

    /**
     * Asks Telegram for the name where it is not known yet; blocks its thread, which should be a virtual one.
     *
     * @return the user name in lower case; empty text when Telegram does not answer
     */
    public String ask() throws InterruptedException {
        String known = name.get();
        if (known == null && api.execute(new GetMe()) instanceof TelegramResult.Success<GetMeResponse>(var answer)) {
            known = answer.user().username();
            readsGroups = Boolean.TRUE.equals(answer.user().canReadAllGroupMessages());
            name.set(known);
        }
        return known == null ? "" : known.toLowerCase(Locale.ROOT);
    }
}
