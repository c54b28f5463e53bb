package dev.basegram.bot.chat.action;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.TableId;
import java.util.Arrays;
import java.util.Optional;

/**
 * A press on one of the screens about people.
 *
 * @param kind what was pressed
 * @param person whom it is about; for {@link Kind#LIST} the page, from 0; 0 where it is about nobody
 * @param role which role it is about
 * @param table which table it is about; empty for all
 */
public record PeoplePress(Kind kind, long person, Optional<Role> role, Optional<TableId> table) {
    /** What can be pressed. */
    public enum Kind {
        /** Asks which role to invite to. */
        INVITE('i'),
        /** Asks which tables to invite to. */
        INVITE_WHERE('w'),
        /** Makes the link. */
        INVITE_MAKE('m'),
        /** Takes all links back. */
        INVITE_REVOKE('v'),
        /** Lists people. */
        LIST('l'),
        /** Shows one of them. */
        SHOW('s'),
        /** Gives them a role, or lets in somebody who asked. */
        GIVE('g'),
        /** Shuts them out. */
        BLOCK('b'),
        /** Lets them in again. */
        UNBLOCK('u'),
        /** Forgets them, or turns down somebody who asked. */
        REMOVE('x'),
        /** A stranger asks to be let in. */
        ASK('a'),
        /** A stranger wants to be known by their own number. */
        SHARE('p');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }

        static Optional<Kind> of(char letter) {
            return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
        }
    }

    /** Tells whether only somebody who is not in has use for it. */
    public boolean isStrangers() {
        return kind == Kind.ASK || kind == Kind.SHARE;
    }

    /** Returns a press about nobody in particular. */
    public static PeoplePress of(Kind kind) {
        return new PeoplePress(kind, 0, Optional.empty(), Optional.empty());
    }

    /** Returns a press about one person, or of one page. */
    public static PeoplePress about(Kind kind, long person) {
        return new PeoplePress(kind, person, Optional.empty(), Optional.empty());
    }

    /** Returns a press that gives a person a role. */
    public static PeoplePress give(long person, Role role) {
        return new PeoplePress(Kind.GIVE, person, Optional.of(role), Optional.empty());
    }
}
