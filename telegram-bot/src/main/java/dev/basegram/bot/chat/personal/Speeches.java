package dev.basegram.bot.chat.personal;

import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.session.Preference;
import dev.basegram.bot.session.PreferenceStore;
import dev.basegram.bot.telegram.Person;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Knows how to speak to whom: as they chose, else as their app is set, else as the bot is set. */
@Singleton
public class Speeches {
    private final BotSettings settings;
    private final PreferenceStore preferences;

    Speeches(BotSettings settings, PreferenceStore preferences) {
        this.settings = settings;
        this.preferences = preferences;
    }

    /** Returns how to speak to a person whose update this is. */
    public Speech of(Person person) {
        return of(person.id(), person.languageCode());
    }

    /** Returns how to speak to a person of whom only the id is known. */
    public Speech of(long personId) {
        return of(personId, null);
    }

    private Speech of(long personId, @Nullable String appLanguage) {
        Preference chosen = preferences.of(personId);
        Language language = Language.of(chosen.language())
                .or(() -> Language.of(appLanguage))
                .or(() -> Language.of(settings.language()))
                .orElse(Language.EN);
        return new Speech(language, zone(chosen.zone()));
    }

    private ZoneId zone(@Nullable String chosen) {
        try {
            return chosen == null ? settings.timeZone() : ZoneId.of(chosen);
        } catch (DateTimeException _) {
            return settings.timeZone();
        }
    }
}
