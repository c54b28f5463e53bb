package dev.basegram.bot.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person is in the middle of, in one chat. Immutable.
 *
 * @param screen the message that is their live screen; null before the first
 * @param form the id of the form they are filling in; null outside forms
 * @param awaiting what the next text is for; null when it is for the form or for nothing
 * @param words what they last searched for; null before the first search
 * @param place the list they came from; null before the first
 * @param album the album whose files came last; null outside albums
 * @param filter what the lists of one table are narrowed to; null for nothing
 */
@RegisterForReflection
public record Session(
        @Nullable Integer screen,
        @Nullable String form,
        @Nullable Awaiting awaiting,
        @Nullable String words,
        @Nullable Place place,
        @Nullable String album,
        @Nullable Filter filter) {
    /** In the middle of nothing. */
    public static final Session NEW = new Session(null, null, null, null, null, null, null);

    /**
     * What the next text is for.
     *
     * @param table the table it is about; null for all
     */
    @RegisterForReflection
    public record Awaiting(Kind kind, @Nullable String table) {
        /** The kinds of text. */
        public enum Kind {
            /** Words to search for. */
            SEARCH,
            /** A time zone or a town. */
            ZONE
        }
    }

    /**
     * A page of a list.
     *
     * @param view null for the whole table
     * @param page from 0
     */
    @RegisterForReflection
    public record Place(String table, @Nullable String view, int page) {}

    /**
     * What lists show.
     *
     * @param chosen the ids of the options that rows must have one of, by the id of the field
     */
    @RegisterForReflection
    public record Filter(String table, Map<String, List<String>> chosen) {
        /** Creates copies. */
        public Filter {
            chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        }
    }

    /** Returns the session with another live screen. */
    public Session withScreen(@Nullable Integer other) {
        return new Session(other, form, awaiting, words, place, album, filter);
    }

    /** Returns the session inside a form, or outside one. */
    public Session withForm(@Nullable String other) {
        return new Session(screen, other, null, words, place, null, filter);
    }

    /** Returns the session waiting for a text. */
    public Session withAwaiting(@Nullable Awaiting other) {
        return new Session(screen, form, other, words, place, album, filter);
    }

    /** Returns the session after a search. */
    public Session withWords(String other) {
        return new Session(screen, form, null, other, place, album, filter);
    }

    /** Returns the session at a list. */
    public Session withPlace(Place other) {
        return new Session(screen, form, awaiting, words, other, album, filter);
    }

    /** Returns the session in the middle of an album. */
    public Session withAlbum(@Nullable String other) {
        return new Session(screen, form, awaiting, words, place, other, filter);
    }

    /** Returns the session with lists narrowed otherwise. */
    public Session withFilter(@Nullable Filter other) {
        return new Session(screen, form, awaiting, words, place, album, other);
    }
}
