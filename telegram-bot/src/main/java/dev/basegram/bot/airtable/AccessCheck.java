package dev.basegram.bot.airtable;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the token may do in the base.
 *
 * @param userId {@code usr…}: whose token it is, and the author of all we write
 * @param permissionLevel {@code none}, {@code read}, {@code comment}, {@code edit} or {@code create}; empty where Airtable does not
 *     list the base
 * @param baseName for screens; empty where Airtable does not list the base
 * @param scopes what was found out about each scope; those that could not be tried are {@link State#UNKNOWN}
 */
public record AccessCheck(String userId, String permissionLevel, String baseName, Map<Scope, State> scopes) {
    /** What was found out about a scope. */
    public enum State {
        /** It was used, and it worked. */
        GRANTED,
        /** It was used, and Airtable refused. */
        MISSING,
        /** It could not be tried: there was nothing to try it on, or a scope it needs is missing. */
        UNKNOWN
    }

    /** Creates a copy of the map. */
    public AccessCheck {
        scopes = Map.copyOf(scopes);
    }

    /** Returns the scopes that are certainly missing. */
    public Set<Scope> missing() {
        return scopes.entrySet().stream()
                .filter(entry -> entry.getValue() == State.MISSING)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells whether records may be changed, as far as known. */
    public boolean mayWrite() {
        return scopes.get(Scope.WRITE_RECORDS) == State.GRANTED;
    }
}
