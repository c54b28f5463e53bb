package dev.basegram.bot.airtable.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose token it is.
 *
 * @param id {@code usr…}
 * @param email null without the scope for it
 * @param scopes what the token may do; empty for personal access tokens, of which Airtable does not tell
 */
public record WhoAmI(String id, @Nullable String email, List<String> scopes) {
    /** Creates a copy of the list. */
    public WhoAmI {
        scopes = List.copyOf(scopes);
    }
}
