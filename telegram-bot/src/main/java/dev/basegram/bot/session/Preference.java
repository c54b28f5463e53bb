package dev.basegram.bot.session;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose for themselves.
 *
 * @param language an ISO 639-1 code; null where they have not chosen
 * @param zone an IANA name; null where they have not chosen
 * @param blocked whether the bot cannot write to them
 */
public record Preference(
        @Nullable String language, @Nullable String zone, boolean blocked) {
    /** Nothing chosen. */
    public static final Preference NONE = new Preference(null, null, false);
}
