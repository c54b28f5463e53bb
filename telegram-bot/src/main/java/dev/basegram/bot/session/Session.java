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
 * @param keyboard the message that put a button in place of the person's keyboard; null while theirs is there
 * @param filter what the lists of one table are narrowed to; null for nothing
 * @param found the page of search results they came from; null when they came from a list
 */
@RegisterForReflection
public record Session(
        @Nullable Integer screen,
        @Nullable String form,
        @Nullable Awaiting awaiting,
        @Nullable String words,
        @Nullable Place place,
        @Nullable String album,
        @Nullable Integer keyboard,
        @Nullable Filter filter,
        @Nullable Found found) {
    /** In the middle of nothing. */
    public static final Session NEW = new Session(null, null, null, null, null, null, null, null, null);

    /**
     * What the next text is for.
     *
     * @param table the table it is about; null for all
     * @param screen the screen that has asked for it; null unless of kind {@link Kind#SCREEN}
     * @param data what the screen knows it by; null likewise
     */
    @RegisterForReflection
    public record Awaiting(
            Kind kind,
            @Nullable String table,
            @Nullable String screen,
            @Nullable String data) {
        /** Creates what the bot itself has asked for. */
        public Awaiting(Kind kind, @Nullable String table) {
            this(kind, table, null, null);
        }

        /** Returns what a command's own screen has asked for. */
        public static Awaiting forScreen(String screen, String data) {
            return new Awaiting(Kind.SCREEN, null, screen, data);
        }

        /** The kinds of text. */
        public enum Kind {
            /** Words to search for. */
            SEARCH,
            /** A time zone or a town. */
            ZONE,
            /** Something that a command's own screen has asked for. */
            SCREEN
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
     * A page of what the last search found.
     *
     * @param table the table that was searched; null for all
     * @param page from 0
     */
    @RegisterForReflection
    public record Found(@Nullable String table, int page) {}

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
        return new Session(other, form, awaiting, words, place, album, keyboard, filter, found);
    }

    /** Returns the session inside a form, or outside one. */
    public Session withForm(@Nullable String other) {
        return new Session(screen, other, null, words, place, null, keyboard, filter, found);
    }

    /** Returns the session waiting for a text. */
    public Session withAwaiting(@Nullable Awaiting other) {
        return new Session(screen, form, other, words, place, album, keyboard, filter, found);
    }

    /** Returns the session after a search. */
    public Session withWords(String other) {
        return new Session(screen, form, null, other, place, album, keyboard, filter, found);
    }

    /** Returns the session at a list. */
    public Session withPlace(Place other) {
        return new Session(screen, form, awaiting, words, other, album, keyboard, filter, null);
    }

    /** Returns the session at search results, or at none. */
    public Session withFound(@Nullable Found other) {
        return new Session(screen, form, awaiting, words, place, album, keyboard, filter, other);
    }

    /** Returns the session in the middle of an album. */
    public Session withAlbum(@Nullable String other) {
        return new Session(screen, form, awaiting, words, place, other, keyboard, filter, found);
    }

    /** Returns the session with a button in place of the person's keyboard, or with their own. */
    public Session withKeyboard(@Nullable Integer other) {
        return new Session(screen, form, awaiting, words, place, album, other, filter, found);
    }

    /** Returns the session with lists narrowed otherwise. */
    public Session withFilter(@Nullable Filter other) {
        return new Session(screen, form, awaiting, words, place, album, keyboard, other, found);
    }
}
