package dev.basegram.bot.chat.personal;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SearchText;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.PreferenceStore;
import dev.basegram.bot.session.Session;
import dev.basegram.bot.telegram.Button;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Language and time zone. */
@Singleton
public class Personal {
    private static final List<String> USUAL_ZONES = List.of(
            "UTC",
            "Europe/London",
            "Europe/Madrid",
            "Europe/Moscow",
            "Africa/Algiers",
            "Africa/Cairo",
            "Asia/Riyadh",
            "Asia/Dubai",
            "Asia/Almaty",
            "America/Sao_Paulo",
            "America/Mexico_City",
            "America/New_York");

    private final PreferenceStore preferences;

    Personal(PreferenceStore preferences) {
        this.preferences = preferences;
    }

    /** Asks for a language. */
    public Reply askLanguage(Turn turn) {
        List<Button> buttons = Arrays.stream(Language.values())
                .map(language -> button(
                        (language == turn.speech().language() ? "● " : "") + language.ownName(),
                        new Action.SetLanguage(language)))
                .toList();
        return Reply.show(Screen.with(turn.speech().say(Phrase.LANG_ASK))
                .grid(1, buttons) // under so short a message two in a row are cut off
                .row(button("⌂", new Action.Home()))
                .build());
    }

    /** Chooses a language. */
    public Reply language(Turn turn, Language language) {
        Speech speech = new Speech(language, turn.speech().zone());
        return Reply.show(Screen.with(speech.say(Phrase.LANG_SET))
                        .row(button("⌂", new Action.Home()))
                        .build())
                .saving(preferences.language(turn.personId(), language.code()));
    }

    /** Asks for a time zone; the next text is read as one. */
    public Reply askZone(Turn turn) {
        turn.session(
                session -> session.withForm(null).withAwaiting(new Session.Awaiting(Session.Awaiting.Kind.ZONE, null)));
        List<Button> buttons = USUAL_ZONES.stream()
                .map(zone ->
                        button(zone.replaceFirst(".*/", "").replace('_', ' '), new Action.SetZone(ZoneId.of(zone))))
                .toList();
        return Reply.show(Screen.with(
                        turn.speech().say(Phrase.ZONE_ASK, turn.speech().zone().getId()))
                .grid(3, buttons)
                .row(button("⌂", new Action.Home()))
                .build());
    }

    /** Reads a typed time zone or town. */
    public Reply zoneTyped(Turn turn, String text) {
        Optional<ZoneId> zone = zone(text);
        return zone.isPresent()
                ? zone(turn, zone.get())
                : Reply.say(turn.speech().say(Phrase.ZONE_UNKNOWN, text));
    }

    static Optional<ZoneId> zone(String text) {
        String wanted = SearchText.folded(text).replace(' ', '_');
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> {
                    String known = SearchText.folded(id);
                    return known.equals(wanted) || known.endsWith("/" + wanted);
                })
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(ZoneId::of);
    }

    /** Chooses a time zone. */
    public Reply zone(Turn turn, ZoneId zone) {
        turn.session(session -> session.withAwaiting(null));
        Speech speech = new Speech(turn.speech().language(), zone);
        String now = speech.dates().time(turn.now().atZone(zone).toLocalTime());
        return Reply.show(Screen.with(speech.say(Phrase.ZONE_SET, zone.getId(), now))
                        .row(button("⌂", new Action.Home()))
                        .build())
                .saving(preferences.zone(turn.personId(), zone.getId()));
    }
}
