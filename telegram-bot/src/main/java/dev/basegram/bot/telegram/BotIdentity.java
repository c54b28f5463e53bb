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

    BotIdentity(BotApi api) {
        this.api = api;
    }

    /** Returns the user name without the at sign, where it is known already. */
    public Optional<String> username() {
        return Optional.ofNullable(name.get());
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
            name.set(known);
        }
        return known == null ? "" : known.toLowerCase(Locale.ROOT);
    }
}
