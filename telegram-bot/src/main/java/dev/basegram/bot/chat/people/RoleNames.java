package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;

/** What roles are called. */
public final class RoleNames {
    private RoleNames() {}

    /** Returns a role's name as it stands alone, on a button or in a list. */
    public static String title(Speech speech, Role role) {
        String name = speech.label(of(role));
        int first = name.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + name.substring(Character.charCount(first));
    }

    /** Returns the phrase that names a role, in a sentence. */
    public static Phrase of(Role role) {
        return switch (role) {
            case OWNER -> Phrase.ROLE_OWNER;
            case ADMIN -> Phrase.ROLE_ADMIN;
            case EDITOR -> Phrase.ROLE_EDITOR;
            case VIEWER -> Phrase.ROLE_VIEWER;
            case SELF_SERVICE -> Phrase.ROLE_SELF_SERVICE;
            case DROP_BOX -> Phrase.ROLE_DROP_BOX;
        };
    }
}
