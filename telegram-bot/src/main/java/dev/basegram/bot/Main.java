package dev.basegram.bot;

import dev.basegram.bot.config.Environment;
import dev.basegram.common.Launch;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the bot. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Checks the variables, then runs until SIGTERM. */
    public static void main(String... args) {
        Launch.launch("telegram-bot", Environment::problems, args);
    }
}
