package dev.basegram.bot.chat.browse;

import dev.basegram.bot.telegram.BotIdentity;

/** Looking around, for tests of other packages. */
public final class BrowseParts {
    private BrowseParts() {}

    public static Filtering filtering(Browsing browsing) {
        return new Filtering(browsing);
    }

    public static Browsing browsing(BotIdentity identity) {
        return new Browsing(identity);
    }
}
