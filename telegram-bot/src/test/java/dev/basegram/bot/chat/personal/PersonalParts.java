package dev.basegram.bot.chat.personal;

import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.session.PreferenceStore;

/** Languages and zones, for tests of other packages. */
public final class PersonalParts {
    private PersonalParts() {}

    public static Personal personal(PreferenceStore preferences) {
        return new Personal(preferences);
    }

    public static Speeches speeches(BotSettings settings, PreferenceStore preferences) {
        return new Speeches(settings, preferences);
    }
}
